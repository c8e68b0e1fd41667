/** The archive a patient takes home. */
import * as v from "valibot";
import { Id, Instant, Secret } from "./values.ts";

/** Largest volume: none, a CD (650 MB), a DVD (4.7 GB), a FAT32 file (4 GiB − 1). */
export const volumeSizes = ["unlimited", "cd", "dvd", "fat32"] as const;

export const ExportRequest = v.strictObject({
  studies: v.pipe(v.array(Id), v.maxLength(200)),
  /** Documents whose PDF goes along. */
  documents: v.optional(v.pipe(v.array(Id), v.maxLength(1000)), []),
  volumeSize: v.optional(v.picklist(volumeSizes), "unlimited"),
});

export const Volume = v.object({
  number: v.number(),
  /** File name, made by the server, without patient data. */
  name: v.string(),
  /** Exact size in bytes of the ZIP. */
  bytes: v.number(),
  files: v.number(),
});

export const Export = v.object({
  id: Id,
  createdAt: Instant,
  expiresAt: Instant,
  state: v.picklist(["preparing", "ready"]),
  /** 0 to 1. */
  progress: v.number(),
  volumes: v.array(Volume),
});

/** One volume's download: an address a browser can stream to disk. */
export const DownloadTicket = v.object({ ticket: Secret, url: v.string() });

export type VolumeSize = typeof volumeSizes[number];
export type ExportRequest = v.InferInput<typeof ExportRequest>;
export type Volume = v.InferOutput<typeof Volume>;
export type Export = v.InferOutput<typeof Export>;
export type DownloadTicket = v.InferOutput<typeof DownloadTicket>;
