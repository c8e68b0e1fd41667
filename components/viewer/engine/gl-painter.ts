import { createTextures, type Textures } from "./gl-textures.ts";
import type { Look } from "./look.ts";
import type { Painter } from "./painter.ts";
import type { Picture } from "./picture.ts";
import { fragmentShader, type TexelKind, VERTEX } from "./shader.ts";

interface Ready {
  readonly textures: Textures;
  /** The program for a kind of texels, made at its first use. */
  readonly program: (kind: TexelKind) => Program | null;
  readonly largest: number;
}

interface Program {
  readonly program: WebGLProgram;
  readonly at: (name: string) => WebGLUniformLocation | null;
}

/** A WebGL2 painter; null where the browser has none. A context given back later is set up anew. */
export function createGlPainter(canvas: HTMLCanvasElement): Painter | null {
  // The buffer is kept so that the picture can be saved, printed and read by tests at any moment.
  const gl = canvas.getContext("webgl2", {
    alpha: false,
    antialias: false,
    depth: false,
    preserveDrawingBuffer: true,
  });
  if (!gl) return null;
  let ready = setUp(gl);
  if (!ready) return null;
  let last: [Picture | null, Look | null] = [null, null];

  const onLost = (event: Event) => {
    event.preventDefault();
    ready = null;
  };
  const onRestored = () => {
    ready = setUp(gl);
    painter.draw(...last);
  };
  canvas.addEventListener("webglcontextlost", onLost);
  canvas.addEventListener("webglcontextrestored", onRestored);

  const painter: Painter = {
    kind: "webgl2",
    get lost() {
      return gl.isContextLost();
    },
    draw(picture, look) {
      last = [picture, look];
      if (!ready) return;
      gl.viewport(0, 0, canvas.width, canvas.height);
      gl.disable(gl.SCISSOR_TEST);
      gl.clear(gl.COLOR_BUFFER_BIT);
      const fits = picture && Math.max(picture.columns, picture.rows) <= ready.largest;
      const program = fits ? ready.program(kindOf(picture)) : null;
      if (!picture || !look || !program) return;
      ready.textures.bind(picture);
      gl.useProgram(program.program);
      setUniforms(gl, program, { look, height: canvas.height });
      scissor(gl, { picture, look, height: canvas.height });
      gl.drawArrays(gl.TRIANGLES, 0, 3);
    },
    dispose() {
      canvas.removeEventListener("webglcontextlost", onLost);
      canvas.removeEventListener("webglcontextrestored", onRestored);
      gl.getExtension("WEBGL_lose_context")?.loseContext();
    },
  };
  return painter;
}

function setUp(gl: WebGL2RenderingContext): Ready | null {
  const programs = new Map<TexelKind, Program | null>();
  const program = (kind: TexelKind) => {
    if (!programs.has(kind)) programs.set(kind, link(gl, kind));
    return programs.get(kind) ?? null;
  };
  if (!program("unsigned")) return null;
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  // One triangle that covers the canvas.
  gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([-1, -1, 3, -1, -1, 3]), gl.STATIC_DRAW);
  gl.enableVertexAttribArray(0);
  gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
  gl.clearColor(0, 0, 0, 1);
  return { textures: createTextures(gl), program, largest: gl.getParameter(gl.MAX_TEXTURE_SIZE) };
}

function link(gl: WebGL2RenderingContext, kind: TexelKind): Program | null {
  const program = gl.createProgram();
  for (
    const [type, source] of [[gl.VERTEX_SHADER, VERTEX], [gl.FRAGMENT_SHADER, fragmentShader(kind)]] as const
  ) {
    const shader = gl.createShader(type);
    if (!shader || !program) return null;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.bindAttribLocation(program, 0, "corner");
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) return null;
  const places = new Map<string, WebGLUniformLocation | null>();
  const at = (name: string) => {
    if (!places.has(name)) places.set(name, gl.getUniformLocation(program, name));
    return places.get(name) ?? null;
  };
  return { program, at };
}

function setUniforms(
  gl: WebGL2RenderingContext,
  { at }: Program,
  { look, height }: { look: Look; height: number },
): void {
  const { toImage: { a, b, c, d, e, f }, window, padding } = look;
  gl.uniform3f(at("toImageX"), a, c, e);
  gl.uniform3f(at("toImageY"), b, d, f);
  gl.uniform4f(at("levels"), look.slope, look.intercept, window.center, window.width);
  gl.uniform2f(at("padding"), padding ?? 0, padding === null ? 0 : 1);
  gl.uniform1i(at("taps"), tapsOf(look.scale));
  gl.uniform1i(at("inverted"), look.inverted ? 1 : 0);
  gl.uniform1f(at("height"), height);
}

/** Samples a side for one pixel of the canvas. */
const tapsOf = (scale: number): number =>
  scale === 1 ? 0 : Math.min(Math.max(Math.ceil(1 / scale - 0.01), 1), 4);

/** Only where the image lies: what is outside stays black. */
function scissor(
  gl: WebGL2RenderingContext,
  { picture: { columns, rows }, look: { toCanvas }, height }: {
    picture: Picture;
    look: Look;
    height: number;
  },
): void {
  const { a, b, c, d, e, f } = toCanvas;
  const xs = [0, a * columns, c * rows, a * columns + c * rows].map((x) => x + e);
  const ys = [0, b * columns, d * rows, b * columns + d * rows].map((y) => height - y - f);
  const left = Math.max(Math.floor(Math.min(...xs)), 0), bottom = Math.max(Math.floor(Math.min(...ys)), 0);
  gl.enable(gl.SCISSOR_TEST);
  const across = Math.max(Math.ceil(Math.max(...xs)) - left, 0);
  gl.scissor(left, bottom, across, Math.max(Math.ceil(Math.max(...ys)) - bottom, 0));
}

function kindOf({ kind, values }: Picture): TexelKind {
  if (kind === "colour") return "colour";
  if (values instanceof Float32Array) return "float";
  if (values instanceof Int8Array) return "signed8";
  if (values instanceof Int16Array) return "signed16";
  return values instanceof Int32Array ? "signed32" : "unsigned";
}
