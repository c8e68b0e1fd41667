import { createTextures, type Textures } from "./gl-textures.ts";
import type { Look } from "./look.ts";
import type { Painter } from "./painter.ts";
import type { Picture } from "./picture.ts";
import { FRAGMENT, VERTEX } from "./shader.ts";

interface Ready {
  readonly textures: Textures;
  readonly at: (name: string) => WebGLUniformLocation | null;
  readonly largest: number;
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
      if (!picture || !look || Math.max(picture.columns, picture.rows) > ready.largest) {
        gl.clear(gl.COLOR_BUFFER_BIT);
        return;
      }
      ready.textures.bind(picture);
      setUniforms(gl, ready, { picture, look, height: canvas.height });
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
  const program = gl.createProgram();
  for (const [type, source] of [[gl.VERTEX_SHADER, VERTEX], [gl.FRAGMENT_SHADER, FRAGMENT]] as const) {
    const shader = gl.createShader(type);
    if (!shader || !program) return null;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.bindAttribLocation(program, 0, "corner");
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) return null;
  gl.useProgram(program);
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  // One triangle that covers the canvas.
  gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([-1, -1, 3, -1, -1, 3]), gl.STATIC_DRAW);
  gl.enableVertexAttribArray(0);
  gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
  gl.clearColor(0, 0, 0, 1);
  const places = new Map<string, WebGLUniformLocation | null>();
  return {
    textures: createTextures(gl),
    largest: gl.getParameter(gl.MAX_TEXTURE_SIZE),
    at: (name) => {
      if (!places.has(name)) places.set(name, gl.getUniformLocation(program, name));
      return places.get(name) ?? null;
    },
  };
}

function setUniforms(
  gl: WebGL2RenderingContext,
  { at }: Ready,
  { picture, look, height }: { picture: Picture; look: Look; height: number },
): void {
  const { toImage: { a, b, c, d, e, f }, window, padding, scale } = look;
  gl.uniform3f(at("toImageX"), a, c, e);
  gl.uniform3f(at("toImageY"), b, d, f);
  gl.uniform4f(at("levels"), look.slope, look.intercept, window.center, window.width);
  gl.uniform2f(at("padding"), padding ?? 0, padding === null ? 0 : 1);
  gl.uniform1i(at("kind"), kindOf(picture));
  gl.uniform1i(at("taps"), Math.min(Math.max(Math.ceil(1 / scale - 0.01), 1), 4));
  gl.uniform1i(at("inverted"), look.inverted ? 1 : 0);
  gl.uniform1i(at("smoothed"), scale === 1 ? 0 : 1);
  gl.uniform1f(at("height"), height);
}

function kindOf({ kind, values }: Picture): number {
  if (kind === "colour") return -1;
  if (values instanceof Float32Array) return 100;
  const signed = values instanceof Int8Array || values instanceof Int16Array || values instanceof Int32Array;
  return signed ? values.BYTES_PER_ELEMENT * 8 : 0;
}
