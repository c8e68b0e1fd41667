/** Tells the other tabs of this site; browsers without channels have none. */
export function createTabs<T>(name: string, hear: (news: T) => void): (news: T) => void {
  if (typeof BroadcastChannel === "undefined") return () => {};
  const channel = new BroadcastChannel(name);
  channel.addEventListener("message", ({ data }) => hear(data));
  // Outside browsers an open channel would keep the process alive.
  (channel as { unref?: () => void }).unref?.();
  return (news) => channel.postMessage(news);
}
