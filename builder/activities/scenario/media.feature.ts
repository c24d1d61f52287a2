// Sounds and films of scenarios: what plays is what the learner has in view. Courses without any do not carry this.

const pauseAll = (but?: EventTarget | null): void => {
  for (const media of document.querySelectorAll<HTMLMediaElement>("audio, video")) if (media !== but) media.pause();
};

// The controls of what goes on playing on another page would be out of reach.
addEventListener("hashchange", () => pauseAll());
document.addEventListener("play", ({ target }) => pauseAll(target), true);
