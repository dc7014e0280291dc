import type { Architecture, SpaceElement } from 'cupola';

/** Finds a satellite of a network by the name that routes give it: `starlink:s1/12/7`. */
export function raidUnitNames(
  architecture: Architecture,
  space: readonly SpaceElement[],
): (name: string) => { elementIndex: number; unitIndex: number } | undefined {
  return (name) => {
    const colon = name.indexOf(':');
    const elementIndex = space.findIndex(({ id, role }) => role === 'network' && id === name.slice(0, colon));
    if (colon < 0 || elementIndex < 0) return undefined;
    const element = space[elementIndex];
    const plan = architecture.networks[element.planIndex];
    const [shell, ...numbers] = name.slice(colon + 1).split('/');
    let first = 0;
    for (let part = 0; part < element.parts.length; part++) {
      const orbits = element.parts[part];
      if (orbits.kind === 'elements') {
        const index = orbits.names.indexOf(name.slice(colon + 1));
        if (index >= 0) return { elementIndex, unitIndex: first + index };
      } else if (orbits.kind === 'kepler') {
        if (shell === String(part + 1)) return { elementIndex, unitIndex: first + Number(numbers[0]) };
      } else if (shell === (plan.shells?.[part]?.id ?? `s${part + 1}`)) {
        const [plane, slot] = numbers.map(Number);
        return { elementIndex, unitIndex: first + plane * orbits.satellitesPerPlane + slot };
      }
      first += orbits.count;
    }
    return undefined;
  };
}
