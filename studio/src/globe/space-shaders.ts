/** Night as a veil over what faces away from the sun, with a short dusk. `sun` and `place` are inertial unit vectors. */
const NIGHT = `
uniform vec3 sun;
uniform vec3 nightColor;
uniform float nightAlpha;
vec3 underNight(vec3 color, vec3 place) {
  float dark = 1.0 - smoothstep(-0.02, 0.02, dot(place, sun));
  return mix(color, nightColor, nightAlpha * dark);
}
`;

export const earthShader = {
  vertex: `
varying vec2 vUv;
varying vec3 place;
void main() {
  vUv = uv;
  place = mat3(modelMatrix) * normal;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`,
  fragment: `
${NIGHT}
uniform sampler2D ground;
varying vec2 vUv;
varying vec3 place;
void main() {
  gl_FragColor = vec4(underNight(texture2D(ground, vUv).rgb, normalize(place)), 1.0);
}`,
};

export const outlineShader = {
  vertex: `
varying vec3 place;
void main() {
  place = mat3(modelMatrix) * position;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`,
  fragment: `
${NIGHT}
uniform vec3 color;
uniform float alpha;
varying vec3 place;
void main() {
  gl_FragColor = vec4(underNight(color, normalize(place)), alpha);
}`,
};

/** Round dots, larger near the eye; those beside and behind the Earth are dimmer. */
export const dotShader = {
  vertex: `
attribute vec3 tint;
uniform float sizePx;
uniform float usualDepth;
uniform vec3 eyeDirection;
uniform float edge;
varying vec3 vTint;
varying float vAlpha;
varying float vSize;
void main() {
  vTint = tint;
  vAlpha = dot(position, eyeDirection) > edge ? 0.95 : 0.38;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
  vSize = sizePx * clamp(usualDepth / gl_Position.w, 0.7, 2.5);
  gl_PointSize = vSize + 1.0;
}`,
  fragment: `
varying vec3 vTint;
varying float vAlpha;
varying float vSize;
void main() {
  float distancePx = length(gl_PointCoord - 0.5) * (vSize + 1.0);
  float cover = clamp(0.5 * vSize + 0.5 - distancePx, 0.0, 1.0);
  if (cover <= 0.0) discard;
  gl_FragColor = vec4(vTint, vAlpha * cover);
}`,
};

/** A ring of air around the disc, as wide on the screen as on the flat globe. */
export const glowShader = {
  vertex: `
void main() {
  gl_Position = vec4(position.xy, 1.0, 1.0);
}`,
  fragment: `
uniform vec2 middlePx;
uniform float radiusPx;
uniform float stepPx;
uniform float rings;
uniform float ringAlpha;
uniform vec3 color;
void main() {
  float outside = length(gl_FragCoord.xy - middlePx) - radiusPx;
  if (outside < 0.0) discard;
  float over = clamp(rings - outside / stepPx, 0.0, rings);
  gl_FragColor = vec4(color, 1.0 - pow(1.0 - ringAlpha, over));
}`,
};
