/**
 * The one script tag of a clinic's page: connects to the portal and loads the elements the page uses.
 * @module
 */
import { createTuoDossier } from "@tuodossier/sdk";
import { claimPage, defaultClient, setDefaultClient } from "./context.ts";
import "./element.ts";
import { elements, loadElement } from "./elements.ts";

const watched = new WeakSet<Node>();
const observer = new MutationObserver((records) => {
  for (const { addedNodes } of records) for (const node of addedNodes) scan(node);
});

/** Loads the elements in `root` and watches for more, inside our own elements' shadow roots too. */
function scan(root: Node): void {
  if (!(root instanceof Element || root instanceof Document || root instanceof ShadowRoot)) return;
  if (root instanceof Element) meet(root);
  else if (!watched.has(root)) {
    watched.add(root);
    observer.observe(root, { childList: true, subtree: true });
  }
  for (const element of root.querySelectorAll(Object.keys(elements).join())) meet(element);
}

async function meet(element: Element): Promise<void> {
  if (!(element.localName in elements)) return;
  await loadElement(element.localName);
  const { updateComplete } = element as Element & { updateComplete?: Promise<unknown> };
  await updateComplete;
  if (element.shadowRoot) scan(element.shadowRoot);
}

/** A module script has no `document.currentScript`: it is found by its address. */
function ownScript(): HTMLScriptElement | undefined {
  return [...document.querySelectorAll<HTMLScriptElement>("script[type=module][src]")]
    .find((script) => script.src === import.meta.url);
}

if (claimPage()) {
  const { endpoint, key } = ownScript()?.dataset ?? {};
  if (key && !defaultClient()) {
    setDefaultClient(createTuoDossier({ endpoint: endpoint ?? new URL(import.meta.url).origin, key }));
  }
  scan(document);
}

export { createTuoDossier, setDefaultClient };
