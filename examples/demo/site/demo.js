// The patients' telephones, kept up to date. Newest message first, as on a telephone.
const phones = document.getElementById("phones");
const said = document.getElementById("said");
const time = new Intl.DateTimeFormat("it-IT", { dateStyle: "short", timeStyle: "medium" });
let shown = "";

function node(name, text, children = []) {
  const element = document.createElement(name);
  element.append(...(text === null ? [] : [text]), ...children);
  return element;
}

function phone(patient, outbox) {
  const messages = outbox.filter(({ to }) => to === patient.phone).reverse().map(({ at, text }) => {
    const stamp = node("time", time.format(new Date(at)));
    stamp.dateTime = at;
    return node("li", null, [stamp, text]);
  });
  const facts = node("dl", null, [
    node("dt", "Codice fiscale"),
    node("dd", patient.codiceFiscale),
    node("dt", "Password"),
    node("dd", patient.password),
    node("dt", "Cellulare"),
    node("dd", patient.phone),
  ]);
  const page = node("a", "Istruzioni per l'accesso (PDF)");
  page.href = `/demo/access-page/${patient.codiceFiscale}`;
  page.target = "_blank";
  const list = messages.length > 0 ? node("ol", null, messages) : node("p", "Nessun messaggio.");
  const note = node("p", patient.note);
  note.lang = "en";
  const article = node("article", null, [node("h2", patient.name), note, facts, page, list]);
  article.className = "phone";
  return article;
}

async function refresh() {
  const response = await fetch("/demo/state.json").catch(() => null);
  const text = await response?.text();
  if (!text || text === shown) return;
  shown = text;
  const { patients, outbox } = JSON.parse(text);
  const others = outbox.filter(({ to }) => !patients.some((patient) => patient.phone === to));
  const addresses = [...new Set(others.map(({ to }) => to))].map((to) => {
    const letters = others.filter((message) => message.to === to).map(({ text }) => node("li", text));
    const article = node("article", null, [node("h2", to), node("ol", null, letters)]);
    article.className = "phone";
    return article;
  });
  phones.replaceChildren(...patients.map((patient) => phone(patient, outbox)), ...addresses);
}

document.getElementById("reset").addEventListener("click", async () => {
  await fetch("/demo/reset-attempts", { method: "POST" });
  said.textContent = "Contatori dei tentativi azzerati.";
});

await refresh();
setInterval(refresh, 1000);
