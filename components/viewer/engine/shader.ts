/** The two shaders, GLSL ES 3.00. Window and rescale are those of `windowed()` in look.ts. */

export const VERTEX = `#version 300 es
in vec2 corner;
void main() { gl_Position = vec4(corner, 0.0, 1.0); }`;

/**
 * Integer textures are not filtered by the hardware: enlarged they are interpolated here, made smaller each
 * pixel is the mean of up to 4 × 4 of the image's. `kind`: 0 unsigned, 8, 16 or 32 for signed bits, 100 for floats, -1 colour.
 */
export const FRAGMENT = `#version 300 es
precision highp float;
precision highp int;
precision highp usampler2D;
uniform usampler2D image;
uniform vec3 toImageX, toImageY;
uniform vec4 levels;
uniform vec2 padding;
uniform int kind, taps;
uniform bool inverted, smoothed;
uniform float height;
out vec4 colour;

float stored(uint raw) {
  if (kind == 100) return uintBitsToFloat(raw);
  if (kind <= 0) return float(raw);
  int shift = 32 - kind;
  return float(int(raw << shift) >> shift);
}
vec3 texel(ivec2 at, ivec2 size) {
  uvec4 raw = texelFetch(image, clamp(at, ivec2(0), size - 1), 0);
  return kind < 0 ? vec3(raw.rgb) : vec3(stored(raw.r));
}
vec3 between(vec2 at, ivec2 size) {
  vec2 corner = at - 0.5;
  ivec2 low = ivec2(floor(corner));
  vec2 part = corner - vec2(low);
  return mix(
    mix(texel(low, size), texel(low + ivec2(1, 0), size), part.x),
    mix(texel(low + ivec2(0, 1), size), texel(low + ivec2(1, 1), size), part.x), part.y);
}
void main() {
  ivec2 size = textureSize(image, 0);
  vec3 here = vec3(gl_FragCoord.x, height - gl_FragCoord.y, 1.0);
  vec2 at = vec2(dot(toImageX, here), dot(toImageY, here));
  colour = vec4(0.0, 0.0, 0.0, 1.0);
  if (any(lessThan(at, vec2(0.0))) || any(greaterThanEqual(at, vec2(size)))) return;
  vec3 value = texel(ivec2(at), size);
  if (padding.y > 0.0 && value.r == padding.x) return;
  if (taps > 1) {
    vec3 sum = vec3(0.0);
    for (int y = 0; y < taps; y++) for (int x = 0; x < taps; x++) {
      vec2 off = (vec2(x, y) + 0.5) / float(taps) - 0.5;
      sum += texel(ivec2(at + mat2(toImageX.x, toImageY.x, toImageX.y, toImageY.y) * off), size);
    }
    value = sum / float(taps * taps);
  } else if (smoothed) value = between(at, size);
  vec3 grey = (value * levels.x + levels.y - (levels.z - 0.5)) / max(levels.w - 1.0, 1e-6) + 0.5;
  grey = clamp(grey, 0.0, 1.0);
  colour = vec4(inverted ? 1.0 - grey : grey, 1.0);
}`;
