// The programs of the graphics card. All lengths on the screen are in its own pixels.

const shaderHead = `#version 300 es
precision highp float;
precision highp int;
`;

// What all vertices know: the view of the plane, pixels per unit, the least radius of a node in
// pixels, the factor by which nodes are larger than the plane says.
const viewHead = `${shaderHead}
uniform vec4 view;
uniform vec2 screen;
uniform float scale;
uniform float least;
uniform float growth;
uniform float density;
vec4 clip(vec2 p) { return vec4(p * view.xy + view.zw, 0.0, 1.0); }
const vec4 nowhere = vec4(2.0, 2.0, 2.0, 1.0);
`;

// Things come in textures, one of numbers and one of colours and levels, and not as
// instances: those are slow where many have few corners, very slow on software renderers.
const tableHead = `${viewHead}
uniform highp sampler2D numbers;
uniform highp sampler2D looks;
vec4 number(int place) { return texelFetch(numbers, ivec2(place % 1024, place / 1024), 0); }
vec4 look(int place) { return texelFetch(looks, ivec2(place % 1024, place / 1024), 0); }
`;

const nodeOutputs = `
out vec3 fill;
flat out float radius;
flat out int shape;
flat out int strength;
float radiusOf(float size) { return max(size * 0.5 * scale * growth, least); }
float reachOf(float r) { return r * 1.2 + 5.0 * density; }
`;

// Each node is a square of two triangles.
const nodeVertexShader = `${tableHead}${nodeOutputs}
out vec2 at;
void main() {
  vec4 node = number(gl_VertexID / 6);
  vec4 seen = look(gl_VertexID / 6);
  strength = int(seen.a * 255.0 + 0.5);
  fill = seen.rgb;
  radius = radiusOf(node.z);
  shape = radius < 2.5 ? 0 : int(node.w + 0.5);
  int corner = gl_VertexID % 6;
  at = vec2(corner == 1 || corner > 3 ? 1.0 : -1.0, corner == 2 || corner == 3 || corner == 5 ? 1.0 : -1.0) * reachOf(radius);
  gl_Position = clip(node.xy);
  gl_Position.xy += at * vec2(2.0, -2.0) / screen;
}`;

// Each node is a point; for many small ones.
const crowdVertexShader = `${viewHead}${nodeOutputs}
in vec3 place;
in vec4 seen;
in float outline;
void main() {
  strength = int(seen.a * 255.0 + 0.5);
  if (strength == 0) { gl_Position = nowhere; gl_PointSize = 1.0; return; }
  fill = seen.rgb;
  radius = radiusOf(place.z);
  shape = radius < 2.5 ? 0 : int(outline + 0.5);
  gl_Position = clip(place.xy);
  gl_PointSize = radius < 3.0 ? ceil(2.0 * radius + 1.0) : 2.0 * reachOf(radius);
}`;

// Signed distances to the outlines; below 0 is inside.
const nodeFragment = `
in vec3 fill;
flat in float radius;
flat in int shape;
flat in int strength;
uniform vec3 page;
uniform vec3 ink;
uniform float density;
out vec4 colour;
float box(vec2 p, float extent, float rounding) {
  vec2 q = abs(p) - extent + rounding;
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - rounding;
}
float plane(vec2 p, vec2 a, vec2 b) {
  vec2 way = normalize(b - a);
  return dot(p - a, vec2(way.y, -way.x));
}
float outline(vec2 p) {
  if (shape == 0) return length(p) - radius;
  if (shape == 1) return box(p, radius * 0.88, 0.0);
  if (shape == 2) return box(p, radius * 0.88, radius * 0.36);
  vec2 q = p / radius;
  if (shape == 3) return (abs(q.x) + abs(q.y) - 1.15) * 0.7071 * radius;
  if (shape == 4) return radius * max(max(plane(q, vec2(0.0, -1.1), vec2(1.05, 0.8)), plane(q, vec2(-1.05, 0.8), vec2(0.0, -1.1))), q.y - 0.8);
  if (shape == 5) return radius * max(abs(q.y) - 0.9, dot(abs(q), vec2(0.8659, 0.5003)) - 0.9005);
  if (shape == 6) return radius * max(max(abs(q.x), abs(q.y)) - 0.97, dot(abs(q), vec2(0.7071)) - 0.9687);
  return radius * max(abs(q.y) - 0.72, abs(dot(q, vec2(0.9447, 0.3280))) - 0.8030);
}
void paint(vec2 at) {
  float d = outline(at);
  float border = clamp(radius * 0.1, 0.9 * density, 1.8 * density);
  vec3 rim = mix(fill, ink, 0.34);
  vec3 body = radius > 4.0 * density ? mix(fill, rim, clamp(d + border + 0.5, 0.0, 1.0)) : fill;
  float halo = radius > 3.0 * density ? 1.4 * density : 0.0;
  float ring = strength == 4 ? 3.2 * density : 0.0;
  vec3 tone = mix(body, page, clamp(d + 0.5, 0.0, 1.0));
  if (ring > 0.0) tone = mix(tone, ink, clamp(d - halo + 0.5, 0.0, 1.0));
  if (strength == 1) tone = mix(page, tone, 0.2);
  float alpha = clamp(halo + ring - d + 0.5, 0.0, 1.0);
  colour = vec4(tone * alpha, alpha);
}
`;

const nodeFragmentShader = `${shaderHead}in vec2 at;${nodeFragment}
void main() { paint(at); }`;

const crowdFragmentShader = `${shaderHead}${nodeFragment}
void main() {
  if (radius < 3.0) {
    vec2 at = (gl_PointCoord - 0.5) * ceil(2.0 * radius + 1.0);
    float alpha = clamp(radius - length(at) + 0.5, 0.0, 1.0);
    colour = vec4((strength == 1 ? mix(page, fill, 0.2) : fill) * alpha, alpha);
    return;
  }
  paint((gl_PointCoord - 0.5) * 2.0 * (radius * 1.2 + 5.0 * density));
}`;

// What the curve and the arrow of an edge share: the ends; radii of the ends, bend, style.
const edgeHead = `${tableHead}
uniform float tip;
uniform float width;
const float PI = 3.14159265;
vec4 ends;
vec4 rims;
struct Curve { vec2 start; vec2 control; vec2 end; };
vec2 way(vec2 from, vec2 to) { vec2 d = to - from; float l = length(d); return l > 1e-6 ? d / l : vec2(1.0, 0.0); }
Curve curve() {
  vec2 d = ends.zw - ends.xy;
  float span = max(1e-6, length(d));
  vec2 control = ends.xy + d * 0.5 + vec2(d.y, -d.x) * 2.0 * rims.z;
  float from = max(rims.x * growth, least / scale);
  float to = max(rims.y * growth, least / scale) + (rims.w < 4.0 ? tip / scale : 0.0);
  return Curve(ends.xy + way(ends.xy, control) * min(from, span * 0.45), control, ends.zw + way(ends.zw, control) * min(to, span * 0.5));
}
vec2 bezier(Curve c, float t) { float s = 1.0 - t; return s * s * c.start + 2.0 * s * t * c.control + t * t * c.end; }
vec2 slope(Curve c, float t) { return way(vec2(0.0), mix(c.control - c.start, c.end - c.control, t)); }
vec3 loop() {
  float radius = max(rims.x * growth, least / scale);
  float reach = radius * 0.8 + (6.0 + 4.0 * (rims.z - 10.0)) / max(scale / density, 0.2);
  return vec3(ends.x, ends.y - radius * 0.7 - reach, reach);
}
`;

// Each edge is a band of segments of two triangles.
const curveVertexShader = `${edgeHead}
uniform int segments;
out vec3 tone;
out float side;
out float along;
flat out float dash;
flat out int strength;
void main() {
  int edge = gl_VertexID / (6 * segments);
  int corner = gl_VertexID % 6;
  bool isFar = corner == 1 || corner > 3;
  bool isLeft = corner == 2 || corner == 3 || corner == 5;
  float t = float(gl_VertexID / 6 % segments + (isFar ? 1 : 0)) / float(segments);
  ends = number(2 * edge);
  rims = number(2 * edge + 1);
  vec4 seen = look(edge);
  tone = seen.rgb;
  strength = int(seen.a * 255.0 + 0.5);
  dash = mod(rims.w, 4.0);
  vec2 p; vec2 s; float span;
  if (rims.z >= 10.0) {
    vec3 l = loop();
    p = l.xy + l.z * vec2(sin(2.0 * PI * t), cos(2.0 * PI * t));
    s = vec2(cos(2.0 * PI * t), -sin(2.0 * PI * t));
    span = 2.0 * PI * l.z;
  } else {
    Curve c = curve();
    p = bezier(c, t);
    s = slope(c, t);
    span = length(c.end - c.start);
  }
  along = t * span * scale / density;
  side = (isLeft ? 1.0 : -1.0) * (width * 0.5 + 1.0);
  gl_Position = clip(p);
  gl_Position.xy += vec2(s.y, s.x) * side * 2.0 / screen;
}`;

const curveFragmentShader = `${shaderHead}
in vec3 tone;
in float side;
in float along;
flat in float dash;
flat in int strength;
uniform float width;
uniform float opacity;
out vec4 colour;
void main() {
  float alpha = clamp(width * 0.5 + 0.5 - abs(side), 0.0, 1.0);
  if (dash > 1.5) alpha *= step(fract(along / 5.0), 0.42);
  else if (dash > 0.5) alpha *= step(fract(along / 10.0), 0.62);
  alpha *= strength == 1 ? opacity * 0.16 : strength >= 3 ? 1.0 : opacity;
  colour = vec4(tone * alpha, alpha);
}`;

const arrowVertexShader = `${edgeHead}
out vec3 tone;
out vec3 inside;
flat out int strength;
void main() {
  int edge = gl_VertexID / 3;
  int corner = gl_VertexID % 3;
  ends = number(2 * edge);
  rims = number(2 * edge + 1);
  // Loops and edges that hold both ways have no arrow.
  if (rims.z >= 10.0 || rims.w >= 4.0) { gl_Position = nowhere; return; }
  vec4 seen = look(edge);
  strength = int(seen.a * 255.0 + 0.5);
  tone = seen.rgb;
  Curve c = curve();
  vec2 s = slope(c, 1.0);
  float size = (4.2 + 1.6 * width / density) * density;
  vec2 offset = corner == 0 ? s * size * 0.75 : -s * size * 0.45 + vec2(s.y, -s.x) * (corner == 1 ? 0.42 : -0.42) * size;
  // How far each corner lies from the opposite side.
  inside = corner == 0 ? vec3(1.2 * size, 0.0, 0.0) : corner == 1 ? vec3(0.0, 0.7928 * size, 0.0) : vec3(0.0, 0.0, 0.7928 * size);
  gl_Position = clip(c.end);
  gl_Position.xy += offset * vec2(2.0, -2.0) / screen;
}`;

const arrowFragmentShader = `${shaderHead}
in vec3 tone;
in vec3 inside;
flat in int strength;
uniform float opacity;
out vec4 colour;
void main() {
  float alpha = strength == 1 ? opacity * 0.16 : strength >= 3 ? 1.0 : min(1.0, opacity * 1.25);
  alpha *= clamp(min(inside.x, min(inside.y, inside.z)) + 0.25, 0.0, 1.0);
  colour = vec4(tone * alpha, alpha);
}`;

// Straight hairlines, for when there are very many.
const hairlineVertexShader = `${viewHead}
in vec2 place;
in vec4 seen;
uniform float opacity;
flat out vec4 tone;
void main() {
  int strength = int(seen.a * 255.0 + 0.5);
  float alpha = strength == 1 ? opacity * 0.16 : strength >= 3 ? 1.0 : opacity;
  tone = vec4(seen.rgb * alpha, alpha);
  gl_Position = strength == 0 ? nowhere : clip(place);
}`;

const hairlineFragmentShader = `#version 300 es
precision mediump float;
flat in vec4 tone;
out vec4 colour;
void main() { colour = tone; }`;
