import { DEG_RAD } from 'cupola/physics';
import {
  BufferAttribute,
  BufferGeometry,
  CanvasTexture,
  Color,
  Group,
  LineSegments,
  Mesh,
  PlaneGeometry,
  Points,
  Scene,
  ShaderMaterial,
  SphereGeometry,
  Vector2,
  Vector3,
} from 'three';
import { drawFlatGround, GLOW_ALPHA, GLOW_RINGS, GLOW_STEP_PX, NIGHT_ALPHA } from './base-layer.ts';
import { borderLines, type Curve, graticuleLines, landRings } from './earth-shapes.ts';
import { colors, outColor } from './palette.ts';
import { EARTH_KM } from './projector.ts';
import type { Frame } from './renderer.ts';
import { dotShader, earthShader, glowShader, outlineShader } from './space-shaders.ts';

const TEXTURE_PX = 4096;
/** Outlines lie this far over the sphere, so that it does not swallow them. */
const LIFT = 1.0008;

type Uniforms = Record<string, { value: unknown }>;

/** What the graphics processor draws: the Earth, its outlines, the air around it, and a dot for each satellite. Earth radii. */
export class SpaceScene {
  readonly scene = new Scene();
  readonly #earth = new Group();
  readonly #outlines: { borders: LineSegments; graticule: LineSegments };
  readonly #night = {
    sun: { value: new Vector3() },
    nightColor: { value: new Color(colors.night) },
    nightAlpha: { value: NIGHT_ALPHA },
  };
  readonly #glow: Uniforms;
  readonly #dotUniforms: Uniforms;
  readonly #dots: Points<BufferGeometry, ShaderMaterial>;
  readonly #disposables: { dispose(): void }[] = [];
  #groups: Frame['groups'] | undefined;
  #isOut: Uint8Array | undefined;

  constructor(largestPx: number) {
    this.#glow = {
      middlePx: { value: new Vector2() },
      radiusPx: { value: 1 },
      stepPx: { value: GLOW_STEP_PX },
      rings: { value: GLOW_RINGS },
      ringAlpha: { value: GLOW_ALPHA },
      color: { value: new Color(colors.glow) },
    };
    const glow = new Mesh(new PlaneGeometry(2, 2), this.#material(glowShader, this.#glow, false));
    glow.renderOrder = -1;
    this.#earth.add(this.#ball(Math.min(TEXTURE_PX, largestPx)), this.#lines(landRings, colors.coast));
    this.#outlines = {
      borders: this.#lines(borderLines, colors.border),
      graticule: this.#lines(graticuleLines, colors.graticule),
    };
    this.#earth.add(this.#outlines.graticule, this.#outlines.borders);
    this.#dotUniforms = {
      sizePx: { value: 2 },
      usualDepth: { value: 2 },
      eyeDirection: { value: new Vector3() },
      edge: { value: 0 },
    };
    this.#dots = new Points(new BufferGeometry(), this.#material(dotShader, this.#dotUniforms, true));
    this.#dots.renderOrder = 2;
    for (const each of [glow, this.#dots]) {
      each.frustumCulled = false;
      this.#disposables.push(each.geometry);
    }
    this.scene.add(glow, this.#earth, this.#dots);
  }

  /** Takes over a frame. @param eye where it is seen from, Earth radii @param radiusPx of the Earth as it appears, pixels of the canvas */
  update(frame: Frame, eye: Vector3, radiusPx: number, middlePx: Vector2, sizePx: number, ratio: number): void {
    const lambda = frame.sunLonDeg * DEG_RAD + frame.gmstRad;
    const phi = frame.sunLatDeg * DEG_RAD;
    this.#night.sun.value.set(Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi));
    this.#night.nightAlpha.value = frame.night ? NIGHT_ALPHA : 0;
    this.#earth.rotation.z = frame.gmstRad;
    this.#outlines.borders.visible = frame.borders;
    this.#outlines.graticule.visible = frame.graticule;
    this.#glow.radiusPx.value = radiusPx;
    this.#glow.middlePx.value = middlePx;
    this.#glow.stepPx.value = GLOW_STEP_PX * ratio;
    const distance = eye.length();
    this.#dotUniforms.sizePx.value = (2 * sizePx * ratio) / Math.sqrt(Math.PI);
    this.#dotUniforms.usualDepth.value = Math.max(0.3, distance - 1.1);
    (this.#dotUniforms.eyeDirection.value as Vector3).copy(eye).divideScalar(distance);
    this.#dotUniforms.edge.value = 1 / distance;
    this.#move(frame);
  }

  dispose(): void {
    for (const each of this.#disposables) each.dispose();
    this.scene.clear();
  }

  #material(
    shader: { vertex: string; fragment: string },
    uniforms: Uniforms,
    isDeep: boolean,
    isTransparent = true,
  ): ShaderMaterial {
    const material = new ShaderMaterial({
      vertexShader: shader.vertex,
      fragmentShader: shader.fragment,
      uniforms,
      transparent: isTransparent,
      depthTest: isDeep,
      depthWrite: isDeep && !isTransparent,
    });
    this.#disposables.push(material);
    return material;
  }

  /** Sea and land. */
  #ball(widthPx: number): Mesh {
    const canvas = document.createElement('canvas');
    canvas.width = widthPx;
    canvas.height = widthPx / 2;
    drawFlatGround(canvas.getContext('2d')!, widthPx);
    const ground = new CanvasTexture(canvas);
    ground.anisotropy = 8;
    const uniforms = { ...this.#night, ground: { value: ground } };
    const ball = new Mesh(new SphereGeometry(1, 128, 64), this.#material(earthShader, uniforms, true, false));
    ball.rotation.x = Math.PI / 2; // three's north is y, ours is z; longitude 0 stays on x
    this.#disposables.push(ground, ball.geometry);
    return ball;
  }

  #lines(curves: readonly Curve[], color: string): LineSegments {
    const ends: number[] = [];
    for (const { points: p } of curves)
      for (let a = 3; a < p.length; a += 3) for (let i = a - 3; i < a + 3; i++) ends.push(LIFT * p[i]);
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(Float32Array.from(ends), 3));
    const uniforms = { ...this.#night, color: { value: new Color(color) }, alpha: { value: 0.85 } };
    const lines = new LineSegments(geometry, this.#material(outlineShader, uniforms, true));
    lines.renderOrder = 1;
    this.#disposables.push(geometry);
    return lines;
  }

  #move({ positionEciKm, count, groups, isOut }: Frame): void {
    const { geometry } = this.#dots;
    let position = geometry.getAttribute('position') as BufferAttribute | undefined;
    const isNew = position?.count !== count;
    if (isNew || !position) {
      position = new BufferAttribute(new Float32Array(3 * count), 3);
      geometry.dispose();
      geometry.setAttribute('position', position);
      geometry.setAttribute('tint', new BufferAttribute(new Uint8Array(3 * count), 3, true));
    }
    const xyz = position.array as Float32Array;
    for (let a = 0; a < 3 * count; a++) xyz[a] = positionEciKm[a] / EARTH_KM;
    position.needsUpdate = true;
    if (!isNew && groups === this.#groups && isOut === this.#isOut) return;
    this.#groups = groups;
    this.#isOut = isOut;
    const tint = geometry.getAttribute('tint') as BufferAttribute;
    for (const { color, indices } of groups)
      for (const i of indices) {
        const rgb = Number.parseInt((isOut[i] ? outColor : color).slice(1), 16);
        tint.setXYZ(i, (rgb >> 16) / 255, ((rgb >> 8) & 255) / 255, (rgb & 255) / 255);
      }
    tint.needsUpdate = true;
  }
}
