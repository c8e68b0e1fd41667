/** Runs on the clinic's page before anything of ours: everything a page's own script can do to what is on it. */
export function spyOnEverything(): void {
  const loot: string[] = [];
  const page = globalThis as unknown as Window & typeof globalThis & {
    loot: () => string;
    readings: () => number;
  };
  const note = (what: string, value: unknown) => {
    try {
      loot.push(`${what} ${typeof value === "string" ? value : JSON.stringify(value)}`);
    } catch {
      loot.push(`${what} ${String(value)}`);
    }
  };

  // Every key and every value typed, wherever an event can be heard.
  for (const type of ["keydown", "keyup", "keypress", "beforeinput", "input", "change", "paste", "submit"]) {
    page.addEventListener(type, (event) => {
      const path = event.composedPath()[0] as HTMLInputElement;
      note(type, [(event as KeyboardEvent).key, (event as InputEvent).data, path?.value]);
    }, true);
  }

  // Closed roots are opened, and every listener gets a second one.
  const attachShadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    return attachShadow.call(this, { ...init, mode: "open" });
  };
  const addEventListener = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (
    this: EventTarget,
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ) {
    const heard = function (this: unknown, event: Event) {
      if (event instanceof MessageEvent) note("message", event.data);
      if (typeof listener === "function") listener.call(this as EventTarget, event);
      else listener?.handleEvent(event);
    };
    return addEventListener.call(this, type, listener && heard, options);
  };

  // The network, messages, storage, cryptography.
  const fetch = page.fetch;
  page.fetch = async (input, init) => {
    const request = new Request(input, init);
    note("fetch", [request.url, ...request.headers.entries()]);
    note("body", await request.clone().text());
    const response = await fetch(request);
    note("answer", await response.clone().text());
    return response;
  };
  const postMessage = page.postMessage;
  page.postMessage = function (...args: unknown[]) {
    note("postMessage", args[0]);
    return (postMessage as (...all: unknown[]) => void).apply(page, args);
  } as typeof postMessage;
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (...args: Parameters<typeof put>) {
    note("stored", args[0]);
    return put.apply(this, args);
  };
  const { subtle } = page.crypto;
  const exportKey = subtle.exportKey.bind(subtle);
  const generateKey = subtle.generateKey.bind(subtle) as (...all: unknown[]) => Promise<CryptoKeyPair>;
  SubtleCrypto.prototype.generateKey = async function (...args: unknown[]) {
    const pair = await generateKey(...args);
    await exportKey("jwk", pair.privateKey).then((jwk) => note("private key", jwk), () => {});
    return pair;
  } as typeof subtle.generateKey;

  // All that stands anywhere in the document, frames included, five times a second.
  const read = (root: Document | ShadowRoot) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) read(element.shadowRoot);
      if ("value" in element) note("value", element.value);
      if (!(element instanceof HTMLIFrameElement)) continue;
      note("frame", element.src);
      try {
        const inner = element.contentDocument;
        if (inner) note("inside", inner.documentElement.outerHTML);
      } catch { /* what the browser keeps from it */ }
      try {
        const frame = element.contentWindow as unknown as { document: Document };
        note("inside", frame.document.documentElement.outerHTML);
      } catch { /* the same */ }
    }
    note("text", root.textContent);
  };
  let readings = 0;
  setInterval(() => {
    read(page.document);
    readings++;
  }, 200);
  page.loot = () => loot.join("\n");
  page.readings = () => readings;
}
