/** An echocardiogram as a cine: polar scan lines with speckle, drawn as a fan; two beats that loop. */
import { field, gaussian, random } from "../noise.ts";
import { echoAt, type Heart, heartAt } from "./heart.ts";

export const columns = 640;
export const rows = 480;
export const frames = 60;
export const frameTime = 33.333;
/** Millimetres a pixel. */
export const spacing = 0.37;
/** Column of the probe, and row of its face. */
export const probe = [320, 22] as const;
export const depth = 150;
const halfAngle = 0.66;
const beat = 30;

const lines = 168;
const samples = 360;
const speckleSize = 1024;

/** Amplitude of echoes from many small scatterers: Rayleigh, wider across than along the beam. */
function speckle(): Float32Array {
  const next = random(52);
  const mask = speckleSize - 1;
  const make = () => {
    const white = Float32Array.from({ length: speckleSize * 256 }, () => gaussian(next));
    const soft = white.slice();
    for (let line = 0; line < 256; line++) {
      for (let k = 0; k < speckleSize; k++) {
        const at = line * speckleSize + k;
        soft[at] = white[line * speckleSize + (k - 1 & mask)] * 0.6 + white[at] +
          white[line * speckleSize + (k + 1 & mask)] * 0.6;
      }
    }
    const across = soft.slice();
    for (let line = 0; line < 256; line++) {
      const before = (line + 255 & 255) * speckleSize, after = (line + 1 & 255) * speckleSize;
      for (let k = 0; k < speckleSize; k++) {
        across[line * speckleSize + k] = soft[before + k] * 0.55 + soft[line * speckleSize + k] +
          soft[after + k] * 0.55;
      }
    }
    return across;
  };
  const real = make(), imaginary = make();
  return real.map((value, i) => Math.hypot(value, imaginary[i]) * 0.42);
}

interface Pixel {
  readonly index: Int32Array;
  /** Position in lines and samples. */
  readonly line: Float32Array;
  readonly sample: Float32Array;
}

function fan(): Pixel {
  const index: number[] = [], line: number[] = [], sample: number[] = [];
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const u = (x - probe[0]) * spacing, v = (y - probe[1]) * spacing;
      const r = Math.hypot(u, v), angle = Math.atan2(u, v);
      if (r < 3 || r >= depth || Math.abs(angle) >= halfAngle) continue;
      index.push(y * columns + x);
      line.push((angle / halfAngle + 1) / 2 * (lines - 1));
      sample.push(r / depth * (samples - 1));
    }
  }
  return { index: Int32Array.from(index), line: Float32Array.from(line), sample: Float32Array.from(sample) };
}

/** All frames one after the other, 8 bits. */
export function heartCine(): Uint8Array {
  const data = new Uint8Array(columns * rows * frames);
  const grains = speckle(), pixels = fan(), gain = beamGain();
  const polar = new Float32Array(lines * samples);
  const imageOf = (frame: number) => data.subarray(frame * columns * rows, (frame + 1) * columns * rows);
  for (let frame = 0; frame < beat; frame++) {
    scan(polar, { heart: heartAt(frame / beat), grains, gain, frame });
    convert(imageOf(frame), { polar, pixels });
    imageOf(frame + beat).set(imageOf(frame));
  }
  for (let frame = 0; frame < frames; frame++) drawTrace(imageOf(frame), frame);
  drawScales(data);
  return data;
}

/** What every beam loses: behind ribs at the sides, in depth, unevenly from line to line. */
function beamGain(): Float32Array {
  const noise = field(54);
  return Float32Array.from({ length: lines * samples }, (_, i) => {
    const line = Math.floor(i / samples), sample = i % samples;
    const side = Math.abs(line / (lines - 1) * 2 - 1);
    const r = sample / samples;
    const shadow = 1 - 0.45 * Math.max(0, noise(line * 0.09, r * 1.5, 0)) -
      0.55 * Math.max(0, side - 0.78) / 0.22;
    const nearField = r < 0.07 ? 1.9 - r * 12 : 1;
    return shadow * nearField * (1.05 - 0.45 * r) * (0.9 + 0.2 * noise(line * 0.6, r * 5, 4));
  });
}

function scan(
  polar: Float32Array,
  { heart, grains, gain, frame }: { heart: Heart; grains: Float32Array; gain: Float32Array; frame: number },
): void {
  const mask = speckleSize - 1;
  const flicker = Math.imul(frame + 3, 40503);
  for (let line = 0, i = 0; line < lines; line++) {
    const angle = (line / (lines - 1) * 2 - 1) * halfAngle;
    const sin = Math.sin(angle), cos = Math.cos(angle);
    for (let sample = 0; sample < samples; sample++, i++) {
      const r = sample / (samples - 1) * depth;
      const { strength, carriedX, carriedY } = echoAt(r * sin, r * cos, heart);
      // Speckle belongs to the tissue: it moves with the wall, and blood's changes from frame to frame.
      const along = Math.round((r - carriedY * cos - carriedX * sin) * 2.4 + 64);
      const aside = Math.round(line + 300 - carriedX * 2 * cos);
      const at = strength < 0.1
        ? (i + flicker & mask) + ((line * 7 + flicker >> 3 & 255) << 10)
        : (along & mask) + ((aside & 255) << 10);
      polar[i] = grains[at] * strength * gain[i];
    }
  }
}

/** Logarithmic compression to grey, interpolated into the fan. */
function convert(image: Uint8Array, { polar, pixels }: { polar: Float32Array; pixels: Pixel }): void {
  const { index, line, sample } = pixels;
  for (let k = 0; k < index.length; k++) {
    const l = line[k] | 0, s = sample[k] | 0, a = line[k] - l, b = sample[k] - s;
    const at = l * samples + s;
    const near = polar[at] + (polar[at + 1] - polar[at]) * b;
    const far = polar[at + samples] + (polar[at + samples + 1] - polar[at + samples]) * b;
    const echo = near + (far - near) * a;
    const grey = 232 + 68 * Math.log(echo + 0.034);
    image[index[k]] = grey < 0 ? 0 : grey > 255 ? 255 : grey;
  }
}

/** The electrocardiogram under the fan, with a mark that runs along. */
function drawTrace(image: Uint8Array, frame: number): void {
  const left = 40, right = columns - 40, base = rows - 16;
  const wave = (t: number) => {
    const bump = (at: number, width: number, height: number) => height * Math.exp(-(((t - at) / width) ** 2));
    return bump(0.84, 0.03, 4) + bump(0.965, 0.008, -4) + bump(0.985, 0.011, 30) + bump(1.008, 0.009, -8) +
      bump(-0.015, 0.011, 30) + bump(0.008, 0.009, -8) + bump(0.27, 0.05, 7);
  };
  let before = base;
  for (let x = left; x < right; x++) {
    const t = (x - left) / (right - left) * 2 % 1;
    const y = Math.round(base - wave(t));
    for (let row = Math.min(y, before); row <= Math.max(y, before); row++) image[row * columns + x] = 150;
    before = y;
  }
  const now = left + Math.round((frame + 0.5) / frames * (right - left));
  for (let row = base - 34; row < base + 12; row++) image[row * columns + now] = 235;
}

/** Grey wedge and depth marks, the same in every frame. */
function drawScales(data: Uint8Array): void {
  for (let frame = 0; frame < frames; frame++) {
    const image = data.subarray(frame * columns * rows, (frame + 1) * columns * rows);
    for (let y = 40; y < 200; y++) {
      image.fill(255 - Math.round((y - 40) * 255 / 160), y * columns + 16, y * columns + 28);
    }
    for (let mm = 10; mm <= depth; mm += 10) {
      const y = Math.round(probe[1] + mm / spacing);
      if (y >= rows - 50) continue;
      const length = mm % 50 === 0 ? 12 : 6;
      image.fill(190, y * columns + columns - 20 - length, y * columns + columns - 20);
    }
  }
}
