// Checks with axe-core: the rules of WCAG 2.0 to 2.2, A and AA, and its best practices.

{
  const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

  window.looks.checks.accessible = async () => {
    const { violations } = await axe.run(document, {
      runOnly: TAGS,
      rules: {
        // An experimental rule. It wants the timer in the name of a row, but screen readers are spared the timer. The
        // name of a row begins with the customer's name, which people read first.
        "label-content-name-mismatch": { enabled: false },
      },
      resultTypes: ["violations"],
      // The content of Flex's frame belongs to Flex.
      iframes: false,
    });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, any, all, none }) => {
        const why = [...any, ...all, ...none].map(({ message }) => message).join(" ");
        const element = html.replace(/ class="[^"]*"/g, "").slice(0, 160);
        return { what: `${id}: ${help} (${why})`, element };
      }),
    );
  };
}
