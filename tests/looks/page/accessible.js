// What axe-core finds: the rules of WCAG 2.0 to 2.2, A and AA, and its best practices.

{
  const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

  window.looks.checks.accessible = async () => {
    const { violations } = await axe.run(document, {
      runOnly: TAGS,
      rules: {
        // An experiment of axe's: it wants the timer, which a screen reader is spared, in the name of a row. What the
        // eye reads first, the customer's name, begins that.
        "label-content-name-mismatch": { enabled: false },
      },
      resultTypes: ["violations"],
      // What stands in Flex's frame is Flex's.
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
