import type { Export, Volume } from "@tuodossier/sdk";
import { html, nothing, type TemplateResult } from "lit";
import { bytes } from "../i18n/bytes.ts";
import { count, longInstant } from "../i18n/format.ts";
import type { archive } from "../i18n/it/archive.ts";
import { button } from "../ui/button.ts";
import { download, tick } from "../ui/icons.ts";
import { steps } from "./steps.ts";

export interface ReadyOptions {
  readonly words: typeof archive;
  readonly tag: string;
  readonly archive: Export;
  /** Volumes whose download has been handed to the browser. */
  readonly started: ReadonlySet<number>;
  /** What went wrong at the last try. */
  readonly trouble: unknown;
  readonly onDownload: (volume: Volume) => void;
}

/** The archive's volumes, each with its exact size and its button, and what to do then. */
export function ready(options: ReadyOptions): TemplateResult {
  const { words, tag, archive, started } = options;
  return html`
    <section class="ready" aria-labelledby="ready">
      <h3 id="ready" tabindex="-1">${tick} ${words.ready}</h3>
      <ul class="volumes" role="list">${archive.volumes.map((volume) => row(volume, options))}</ul>
      ${options.trouble}
      <p class="muted">${words.until(longInstant(tag, archive.expiresAt))}</p>
      ${started.size > 0 ? html`<p class="muted">${words.resume}</p>` : nothing}
    </section>
    ${steps(words)}
  `;
}

function row(volume: Volume, { words, tag, archive, started, onDownload }: ReadyOptions) {
  const { number } = volume;
  const of = archive.volumes.length;
  const next = archive.volumes.find((each) => !started.has(each.number))?.number;
  return html`
    <li class="volume">
      <div>
        <p class="file">${of > 1 ? words.volume(number, of) : words.zip}</p>
        <p class="muted number">${words.exactly(bytes(tag, volume.bytes), count(tag, volume.bytes))}, ${words
          .files(count(tag, volume.files))}</p>
      </div>
      ${button({
        label: of > 1 ? words.downloadVolume(number, of) : words.download,
        icon: download,
        look: number === next ? "primary" : "",
        onClick: () => onDownload(volume),
      })}
      ${started.has(number) ? html`<p class="started">${tick} ${words.started}</p>` : nothing}
    </li>
  `;
}
