import { effect, signal } from '@preact/signals';
import { current, isWaiting } from './session.ts';

/** Puts the newer studio in the place of this one; undefined as long as there is none. */
export const newer = signal<(() => void) | undefined>(undefined);

/** Whether the files of the studio are kept here, so that it opens without a network. */
export const isKept = signal(false);

/** The script that started this page, as its build names it. */
const own = new URL(import.meta.url).pathname.split('/').slice(-2).join('/');

/** Keeps the studio for use without a network once the first answer is there; not for readers who want to save data. */
export function keepOffline(): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (!import.meta.env.PROD || !('serviceWorker' in navigator) || connection?.saveData) return;
  const stop = effect(() => {
    if (isWaiting(current.value)) return;
    queueMicrotask(() => stop());
    void register();
  });
}

async function register(): Promise<void> {
  const { serviceWorker } = navigator;
  const wasKept = serviceWorker.controller !== null;
  // refused where the browser keeps nothing for this address
  const registration = await serviceWorker.register('./sw.js').catch(() => undefined);
  if (!registration) return;
  let isAsked = false;
  serviceWorker.addEventListener('controllerchange', () => {
    isKept.value = true;
    if (isAsked) location.reload();
    else if (wasKept) newer.value = () => location.reload(); // another page asked for it
  });
  isKept.value = wasKept;
  const look = (worker: ServiceWorker | null) => {
    if (!worker || !wasKept) return;
    void isOfThisPage(worker).then((isOwn) => {
      if (isOwn) return;
      newer.value = () => {
        isAsked = true;
        worker.postMessage({ type: 'take-over' });
      };
    });
  };
  look(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed') look(worker);
    });
  });
}

/** Whether a worker that waits is of the build of this page: then it may take over at once. */
function isOfThisPage(worker: ServiceWorker): Promise<boolean> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data === true);
    worker.postMessage({ type: 'take-over', of: own }, [port2]);
  });
}
