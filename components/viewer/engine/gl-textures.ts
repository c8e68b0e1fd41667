import type { Picture } from "./picture.ts";

/** One integer texture a picture, the least used ones deleted beyond the budget. */
export interface Textures {
  /** Binds the picture's texture; it is uploaded at its first use. */
  bind(picture: Picture): void;
}

const BUDGET = 96 * 1024 * 1024;

export function createTextures(gl: WebGL2RenderingContext, budget: number = BUDGET): Textures {
  const textures = new Map<Picture, WebGLTexture>();
  let bytes = 0;

  const upload = (picture: Picture): WebGLTexture => {
    const texture = gl.createTexture()!;
    gl.bindTexture(gl.TEXTURE_2D, texture);
    for (const name of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) {
      gl.texParameteri(gl.TEXTURE_2D, name, gl.NEAREST);
    }
    for (const name of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) {
      gl.texParameteri(gl.TEXTURE_2D, name, gl.CLAMP_TO_EDGE);
    }
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
    const { internal, format, type, data } = uploadOf(gl, picture);
    gl.texImage2D(gl.TEXTURE_2D, 0, internal, picture.columns, picture.rows, 0, format, type, data);
    return texture;
  };

  return {
    bind(picture) {
      const texture = textures.get(picture);
      if (texture) {
        gl.bindTexture(gl.TEXTURE_2D, texture);
        textures.delete(picture);
        textures.set(picture, texture);
        return;
      }
      bytes += picture.values.byteLength;
      for (const [old, unused] of textures) {
        if (bytes <= budget) break;
        gl.deleteTexture(unused);
        textures.delete(old);
        bytes -= old.values.byteLength;
      }
      textures.set(picture, upload(picture));
    },
  };
}

/** Signed values go up as their unsigned bits: one kind of sampler reads all. */
function uploadOf(gl: WebGL2RenderingContext, { kind, values }: Picture) {
  const { buffer, byteOffset, byteLength } = values;
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  if (kind === "colour") {
    return { internal: gl.RGBA8UI, format: gl.RGBA_INTEGER, type: gl.UNSIGNED_BYTE, data: bytes };
  }
  if (values.BYTES_PER_ELEMENT === 1) {
    return { internal: gl.R8UI, format: gl.RED_INTEGER, type: gl.UNSIGNED_BYTE, data: bytes };
  }
  if (values.BYTES_PER_ELEMENT === 2) {
    const data = new Uint16Array(buffer, byteOffset, byteLength / 2);
    return { internal: gl.R16UI, format: gl.RED_INTEGER, type: gl.UNSIGNED_SHORT, data };
  }
  const data = new Uint32Array(buffer, byteOffset, byteLength / 4);
  return { internal: gl.R32UI, format: gl.RED_INTEGER, type: gl.UNSIGNED_INT, data };
}
