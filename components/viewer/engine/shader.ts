/** The shaders, GLSL ES 3.00. Window and rescale are those of `windowed()` in look.ts. */

export const VERTEX = `#version 300 es
in vec2 corner;
void main() { gl_Position = vec4(corner, 0.0, 1.0); }`;

/** How a texel becomes a stored value: one program each, as a test in every pixel would cost more than a program. */
export const texelKinds = ["unsigned", "signed8", "signed16", "signed32", "float", "colour"] as const;
export type TexelKind = typeof texelKinds[number];

const STORED: Readonly<Record<TexelKind, string>> = {
  unsigned: "float(raw.r)",
  signed8: "float(int(raw.r << 24) >> 24)",
  signed16: "float(int(raw.r << 16) >> 16)",
  signed32: "float(int(raw.r))",
  float: "uintBitsToFloat(raw.r)",
  colour: "vec3(raw.rgb)",
};

/**
 * Integer textures are not filtered by the hardware: enlarged they are interpolated here, made smaller each
 * pixel is the mean of `taps` × `taps` of the image's. 0 taps: the nearest pixel.
 */
export function fragmentShader(kind: TexelKind): string {
  const value = kind === "colour" ? "vec3" : "float";
  return `#version 300 es
precision highp float;
precision highp int;
precision highp usampler2D;
uniform usampler2D image;
uniform vec3 toImageX, toImageY;
uniform vec4 levels;
uniform vec2 padding;
uniform int taps;
uniform bool inverted;
uniform float height;
out vec4 colour;

${value} texel(int x, int y) {
  uvec4 raw = texelFetch(image, ivec2(x, y), 0);
  return ${STORED[kind]};
}
void main() {
  ivec2 size = textureSize(image, 0);
  vec3 here = vec3(gl_FragCoord.x, height - gl_FragCoord.y, 1.0);
  vec2 at = vec2(dot(toImageX, here), dot(toImageY, here));
  colour = vec4(0.0, 0.0, 0.0, 1.0);
  if (any(lessThan(at, vec2(0.0))) || any(greaterThanEqual(at, vec2(size)))) return;
  ${value} value;
  if (padding.y > 0.0 || taps == 0) {
    ivec2 near = ivec2(at);
    value = texel(near.x, near.y);
    ${kind === "colour" ? "" : "if (padding.y > 0.0 && value == padding.x) return;"}
  }
  if (taps == 1) {
    vec2 low = floor(at - 0.5);
    vec2 part = at - 0.5 - low;
    ivec2 a = max(ivec2(low), 0), b = min(ivec2(low) + 1, size - 1);
    value = mix(
      mix(texel(a.x, a.y), texel(b.x, a.y), part.x),
      mix(texel(a.x, b.y), texel(b.x, b.y), part.x), part.y);
  } else if (taps > 1) {
    value = ${value}(0.0);
    for (int y = 0; y < taps; y++) for (int x = 0; x < taps; x++) {
      vec2 off = (vec2(x, y) + 0.5) / float(taps) - 0.5;
      vec2 there = at + vec2(dot(toImageX.xy, off), dot(toImageY.xy, off));
      ivec2 near = clamp(ivec2(there), ivec2(0), size - 1);
      value += texel(near.x, near.y);
    }
    value /= float(taps * taps);
  }
  ${value} grey = (value * levels.x + levels.y - (levels.z - 0.5)) / max(levels.w - 1.0, 1e-6) + 0.5;
  grey = clamp(grey, 0.0, 1.0);
  colour = vec4(vec3(inverted ? 1.0 - grey : grey), 1.0);
}`;
}
