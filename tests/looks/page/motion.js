// Checks that nothing moves if the agent wants reduced motion.

{
  const { describe } = window.looks;
  window.looks.checks.motion = () =>
    document
      .getAnimations()
      .filter((animation) => animation.playState === "running")
      .map((animation) => {
        const name = animation.animationName ?? animation.transitionProperty;
        return { what: `moves (${name})`, element: describe(animation.effect.target) };
      });
}
