/** Imaging studies, and the series plan: all a viewer needs before any pixel. */
import * as v from "valibot";
import { Day, Id } from "./values.ts";

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Where bytes lie: [offset, length]. In an instance: in its file. In a plan: in the bytes of the series. */
export const Extent = v.tuple([Count, Count]);
const Vector = v.tuple([v.number(), v.number(), v.number()]);
const Cosines = v.tuple([v.number(), v.number(), v.number(), v.number(), v.number(), v.number()]);

export const VoiWindow = v.object({ center: v.number(), width: v.number(), label: v.nullable(v.string()) });

/** What differs from frame to frame in an enhanced multi-frame object (DICOM PS3.3 C.7.6.16). */
export const FrameGeometry = v.object({
  imagePosition: v.nullable(Vector),
  imageOrientation: v.nullable(Cosines),
  pixelSpacing: v.nullable(v.tuple([v.number(), v.number()])),
  rescaleSlope: v.number(),
  rescaleIntercept: v.number(),
  windows: v.array(VoiWindow),
});

/** A palette (DICOM PS3.3 C.7.9): entries, first value mapped, bits an entry; and where the three tables lie. */
export const Palette = v.object({ descriptor: Vector, red: Extent, green: Extent, blue: Extent });

/** The pixels of an instance and how to show them. Names are DICOM's, in camel case. */
export const ImagePixels = v.object({
  rows: Count,
  columns: Count,
  samplesPerPixel: Count,
  photometricInterpretation: v.string(),
  /** 0: colour by pixel, 1: colour by plane. */
  planarConfiguration: v.picklist([0, 1]),
  bitsAllocated: Count,
  bitsStored: Count,
  highBit: Count,
  /** 0: unsigned, 1: two's complement. */
  pixelRepresentation: v.picklist([0, 1]),
  rescaleSlope: v.number(),
  rescaleIntercept: v.number(),
  windows: v.array(VoiWindow),
  pixelPaddingValue: v.nullable(v.number()),
  imagePosition: v.nullable(Vector),
  imageOrientation: v.nullable(Cosines),
  /** Millimetres between rows, between columns; null where unknown. */
  pixelSpacing: v.nullable(v.tuple([v.number(), v.number()])),
  /** `patient`: real distances; `detector`: at the detector's plane, larger than in the body. */
  spacingAt: v.nullable(v.picklist(["patient", "detector"])),
  pixelAspectRatio: v.tuple([v.number(), v.number()]),
  /** Milliseconds from frame to frame; null where the data do not say. */
  frameTime: v.nullable(v.number()),
  palette: v.nullable(Palette),
  /** One list of extents a frame: native frames have one, encapsulated ones one a fragment. */
  frames: v.array(v.array(Extent)),
  /** One a frame, or empty where the frames do not differ. */
  frameGeometry: v.array(FrameGeometry),
});

/** `image`: pixels to draw; the others are named, and kept for the export. */
export const instanceKinds = ["image", "video", "pdf", "report", "waveform", "other"] as const;

export const Instance = v.object({
  sopInstanceUid: v.string(),
  sopClassUid: v.string(),
  transferSyntaxUid: v.string(),
  instanceNumber: v.nullable(v.number()),
  kind: v.picklist(instanceKinds),
  /** Null where there are no pixels, or they cannot be read: then `fault` says why. */
  pixels: v.nullable(ImagePixels),
  fault: v.nullable(v.picklist(["no-pixels", "pixels-short", "pixels-inconsistent", "pixels-deflated"])),
  /** Laterality, view, body part and the like, for the overlay: label-free short texts. */
  annotations: v.array(v.string()),
});

export const SeriesSummary = v.object({
  id: Id,
  modality: v.string(),
  number: v.nullable(v.number()),
  description: v.string(),
  instances: Count,
  frames: Count,
});

/** `available`: look at it now; `preparing`: being fetched; `unavailable`: the clinic has it, we do not. */
export const studyStates = ["available", "preparing", "unavailable"] as const;

export const Study = v.object({
  id: Id,
  state: v.picklist(studyStates),
  accession: v.nullable(v.string()),
  date: v.nullable(Day),
  /** `HH:MM`, in the clinic's own time. */
  time: v.nullable(v.string()),
  description: v.string(),
  modalities: v.array(v.string()),
  /** Application entity the images came from (DICOM PS3.8). */
  sourceAe: v.nullable(v.string()),
  facility: v.string(),
  series: v.array(SeriesSummary),
  /** Bytes of all its files. */
  bytes: Count,
});

export const StudyList = v.object({ items: v.array(Study) });

export const PlanInstance = v.object({ id: Id, ...Instance.entries });

export const SeriesPlan = v.object({
  id: Id,
  studyId: Id,
  modality: v.string(),
  description: v.string(),
  number: v.nullable(v.number()),
  /** Changes whenever an instance is added: bytes are asked for under this tag. */
  etag: v.string(),
  /** Length of the series' bytes, one file behind the other in the order of `instances`. */
  byteLength: Count,
  /** In the order to be shown: along the normal where the geometry tells, else by number. */
  instances: v.array(PlanInstance),
});

export type Extent = v.InferOutput<typeof Extent>;
export type VoiWindow = v.InferOutput<typeof VoiWindow>;
export type FrameGeometry = v.InferOutput<typeof FrameGeometry>;
export type Palette = v.InferOutput<typeof Palette>;
export type ImagePixels = v.InferOutput<typeof ImagePixels>;
export type InstanceKind = typeof instanceKinds[number];
export type Instance = v.InferOutput<typeof Instance>;
export type PlanInstance = v.InferOutput<typeof PlanInstance>;
export type SeriesSummary = v.InferOutput<typeof SeriesSummary>;
export type SeriesPlan = v.InferOutput<typeof SeriesPlan>;
export type Study = v.InferOutput<typeof Study>;
export type StudyList = v.InferOutput<typeof StudyList>;
