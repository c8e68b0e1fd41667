import type { ReactiveControllerHost } from "lit";
import { type Catalogue, type LanguageCode, languageCodes, type SectionName } from "./catalogue.ts";

/** The language of one element: the nearest `[lang]`, followed as it changes. */
export interface Language {
  readonly code: LanguageCode;
  /** For `Intl`: days before months in English too. */
  readonly tag: string;
  /** Settles when the words of `code` are here. */
  readonly ready: Promise<void>;
  /**
   * A section's words. Italian is handed in, so that an element ships its own section and no other;
   * the other languages come whole, when a page is in one of them.
   */
  words<S extends SectionName>(section: S, italian: Catalogue[S]): Catalogue[S];
}

const sources: Readonly<Record<Exclude<LanguageCode, "it">, () => Promise<Catalogue>>> = {
  en: () => import("./en/mod.ts").then((module) => module.en),
};
const tags: Readonly<Record<LanguageCode, string>> = { it: "it-IT", en: "en-GB" };
const here = new Map<LanguageCode, Catalogue>();

const followers = new Set<() => void>();
const observer = typeof MutationObserver === "undefined"
  ? null
  : new MutationObserver(() => followers.forEach((follow) => follow()));

/**
 * Follows the language of `host`. One of our own elements with a `lang` decides, then what the page's developer
 * set (`preferred`), then the page's nearest `lang`, then Italian.
 */
export function createLanguage(
  host: ReactiveControllerHost & HTMLElement,
  preferred: () => string | null,
): Language {
  let code: LanguageCode = "it";
  let ready: Promise<void> = Promise.resolve();

  const follow = () => {
    const next = nearest(host, preferred());
    if (next === code) return;
    code = next;
    ready = fetchWords(next).then(() => host.requestUpdate());
    host.requestUpdate();
  };
  host.addController({
    hostConnected() {
      followers.add(follow);
      for (let root = host.getRootNode(); root; root = rootAbove(root)!) {
        observer?.observe(root, { subtree: true, attributes: true, attributeFilter: ["lang"] });
      }
      follow();
    },
    hostUpdate: follow,
    hostDisconnected() {
      followers.delete(follow);
      if (followers.size === 0) observer?.disconnect();
    },
  });
  return {
    get code() {
      return code;
    },
    get tag() {
      return tags[code];
    },
    get ready() {
      return ready;
    },
    words: (section, italian) => here.get(code)?.[section] ?? italian,
  };
}

/** Without a connection the words stay Italian: better than none. */
async function fetchWords(code: LanguageCode): Promise<void> {
  if (code === "it" || here.has(code)) return;
  await sources[code]().then((words) => here.set(code, words), () => {});
}

function nearest(host: Element, preferred: string | null): LanguageCode {
  for (let at: Node | null = host; at; at = at.parentNode ?? hostOf(at)) {
    const lang = at instanceof Element ? at.getAttribute("lang") : null;
    if (!lang) continue;
    const ours = (at as Element).localName.startsWith("tuo-");
    return known(ours ? lang : preferred ?? lang);
  }
  return known(preferred ?? "it");
}

function known(tag: string): LanguageCode {
  const first = tag.toLowerCase().split("-")[0];
  return languageCodes.find((code) => code === first) ?? "it";
}

const hostOf = (node: Node): Element | null => node instanceof ShadowRoot ? node.host : null;
const rootAbove = (root: Node): Node | null => hostOf(root)?.getRootNode() ?? null;
