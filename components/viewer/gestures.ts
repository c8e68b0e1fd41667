/** What a hand on the image asks for; distances in CSS pixels. */
export interface Intents {
  /** Images to move by. */
  scroll(images: number): void;
  window(across: number, down: number): void;
  pan(across: number, down: number): void;
  zoom(factor: number, around: { readonly x: number; readonly y: number }): void;
  fit(): void;
  /** What one finger, or the main button, does. */
  tool(pointerType: string): Tool;
  /** Pixels of drag that make one image. */
  step(): number;
  /** Whether the wheel moves anything here; if not, the page scrolls. */
  scrolls(): boolean;
}

export const tools = ["scroll", "window", "pan", "zoom"] as const;
export type Tool = typeof tools[number];

interface Touch {
  x: number;
  y: number;
  readonly tool: Tool;
  /** A finger pushes the stack as it pushes a page; a mouse draws it down, as at a radiologist's desk. */
  readonly onGlass: boolean;
}

/** Milliseconds and pixels within which two taps are one double tap. */
const DOUBLE = { time: 320, distance: 30 };

/** Turns pointers and wheel on `area` into intents; returns how to stop. */
export function listenToHands(area: HTMLElement, intents: Intents): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  const touches = new Map<number, Touch>();
  let spread = 0, rest = 0, wheel = 0;
  let tap = { time: 0, x: 0, y: 0, moved: false };

  const gap = () => {
    const [a, b] = [...touches.values()];
    return Math.hypot(a.x - b.x, a.y - b.y);
  };
  const fromCentre = (x: number, y: number) => {
    const box = area.getBoundingClientRect();
    return { x: x - box.left - box.width / 2, y: y - box.top - box.height / 2 };
  };
  const middle = () => {
    const [a, b] = [...touches.values()];
    return fromCentre((a.x + b.x) / 2, (a.y + b.y) / 2);
  };

  area.addEventListener("pointerdown", (event) => {
    if (event.composedPath().some((each) => each instanceof HTMLButtonElement)) return;
    area.setPointerCapture(event.pointerId);
    const tool = event.button === 1 ? "pan" : event.button === 2 ? "zoom" : intents.tool(event.pointerType);
    const onGlass = event.pointerType !== "mouse";
    touches.set(event.pointerId, { x: event.clientX, y: event.clientY, tool, onGlass });
    if (touches.size === 2) spread = gap();
    tap = { ...tap, moved: touches.size > 1 };
    rest = 0;
  }, { signal });

  area.addEventListener("pointermove", (event) => {
    const touch = touches.get(event.pointerId);
    if (!touch) return;
    const across = event.clientX - touch.x, down = event.clientY - touch.y;
    if (across === 0 && down === 0) return;
    if (Math.hypot(across, down) > 3) tap.moved = true;
    const before = touches.size === 2 ? middle() : null;
    touch.x = event.clientX;
    touch.y = event.clientY;
    if (before) {
      const now = middle();
      intents.pan(now.x - before.x, now.y - before.y);
      const apart = gap();
      if (spread > 0 && apart > 0) intents.zoom(apart / spread, now);
      spread = apart;
    } else if (touches.size === 1) drag(touch, across, down);
  }, { signal });

  const drag = ({ tool, x, y, onGlass }: Touch, across: number, down: number) => {
    if (tool === "window") intents.window(across, down);
    else if (tool === "pan") intents.pan(across, down);
    else if (tool === "zoom") intents.zoom(Math.exp(-down / 150), fromCentre(x, y));
    else {
      rest += onGlass ? -down : down;
      const images = Math.trunc(rest / intents.step());
      rest -= images * intents.step();
      if (images !== 0) intents.scroll(images);
    }
  };

  const lift = (event: PointerEvent) => {
    if (!touches.delete(event.pointerId) || tap.moved || event.type === "pointercancel") return;
    const { timeStamp: time, clientX: x, clientY: y } = event;
    const twice = time - tap.time < DOUBLE.time && Math.hypot(x - tap.x, y - tap.y) < DOUBLE.distance;
    tap = { time: twice ? 0 : time, x, y, moved: false };
    if (twice) intents.fit();
  };
  area.addEventListener("pointerup", lift, { signal });
  area.addEventListener("pointercancel", lift, { signal });
  area.addEventListener("contextmenu", (event) => event.preventDefault(), { signal });

  area.addEventListener("wheel", (event) => {
    if (event.ctrlKey) {
      event.preventDefault();
      intents.zoom(Math.exp(-event.deltaY / 200), fromCentre(event.clientX, event.clientY));
      return;
    }
    if (!intents.scrolls()) return;
    event.preventDefault();
    // A wheel's notch is one image; a touch pad's many small steps add up.
    const notch = event.deltaMode !== 0 || Math.abs(event.deltaY) >= 50;
    wheel = notch ? Math.sign(event.deltaY) : wheel + event.deltaY / 30;
    const images = Math.trunc(wheel);
    wheel = notch ? 0 : wheel - images;
    if (images !== 0) intents.scroll(images);
  }, { signal, passive: false });

  return () => controller.abort();
}
