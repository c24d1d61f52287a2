// The evidence by marking point, from what is kept of the learner's work; and the way to have it on paper, by itself.

import { type ActivityData, features, hook, type Host, later, make } from "coursewright";
import { type Evidence, evidenceOf, type Fill, ownerOf, pageTitle } from "coursewright/work";

interface EvidenceData extends ActivityData {
  /** The marking points, in the order of the page. */
  points: [id: string, text: string][];
}

const gather: Fill = async (host, place) => {
  const [root, data] = ownerOf<EvidenceData>(host, place);
  const print = hook(root, "print");
  print.hidden = false;
  print.onclick = printed;
  const shown = await Promise.all(data.points.map((point) => section(host, point)));
  return [head(host), ...shown];
};

/** Whose evidence it is, of which course, and of which day. */
function head({ course, launch, t }: Host): HTMLElement {
  const { name } = launch.learner;
  const day = new Date().toLocaleDateString(course.language, { dateStyle: "long" });
  const row = (label: string, value: string): HTMLElement => make("div", make("dt", label), make("dd", value));
  return make(
    "dl.evidence-head",
    row(t("Learner"), name ?? t("Not known here. Write it on the printed page.")),
    row(t("Course"), t("{title}, version {version}", { title: course.title, version: course.version })),
    row(t("Date"), day),
  );
}

/** What there is for one marking point, activity by activity. */
async function section(host: Host, [id, text]: EvidenceData["points"][number]): Promise<HTMLElement> {
  const by = host.course.outcomes.find((outcome) => outcome.id === id)?.by ?? [];
  const found = await Promise.all(by.map((n) => from(host, host.data(n), id)));
  return make("section", make("h3", `${id}: ${text}`), ...found.flat());
}

async function from(host: Host, data: ActivityData, point: string): Promise<HTMLElement[]> {
  const { t } = host;
  const evidence = await later<Evidence | undefined>(host, evidenceOf(data.kind));
  const found = evidence?.(data, host, point) ?? [];
  const done = host.activityDone(data.n) ? t("This is done.") : t("This has not been done yet.");
  return [make("h4", pageTitle(host, data)), ...(found.length ? found : [make("p", done)])];
}

/** Prints the evidence and nothing else of the page (style.css). */
function printed(): void {
  const html = document.documentElement;
  html.dataset.evidence = "";
  addEventListener("afterprint", () => delete html.dataset.evidence, { once: true });
  print();
}

features["evidence.gather"] = gather;
