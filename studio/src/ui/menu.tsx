import { useEffect, useRef, useState } from 'preact/hooks';

/** A button with a list of actions under it; arrow keys walk the list, Escape closes it. */
export function Menu({ label, items }: { label: string; items: [string, () => void][] }) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    root.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    const away = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener('pointerdown', away);
    return () => removeEventListener('pointerdown', away);
  }, [isOpen]);
  const onKeyDown = (event: KeyboardEvent) => {
    const all = [...(root.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    if (event.key === 'Escape') {
      setOpen(false);
      root.current?.querySelector('button')?.focus();
    } else if (event.key === 'ArrowDown') all[(at + 1) % all.length]?.focus();
    else if (event.key === 'ArrowUp') all[(at - 1 + all.length) % all.length]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble up from the buttons inside
    <div class="menu" ref={root} onKeyDown={isOpen ? onKeyDown : undefined}>
      <button type="button" aria-haspopup="menu" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {label} ▾
      </button>
      {isOpen && (
        <div role="menu" aria-label={label} class="list">
          {items.map(([name, action]) => (
            <button
              type="button"
              role="menuitem"
              key={name}
              tabIndex={-1}
              onClick={() => {
                setOpen(false);
                action();
              }}
            >
              {name}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
