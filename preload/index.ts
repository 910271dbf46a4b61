import { contextBridge, ipcRenderer } from 'electron';
import type { ServiceState, StationBridge, Topic } from '../contracts/ipc/protocol.ts';

/** The whole of what the page can reach: ask, and be told. No Electron object crosses. */
const bridge: StationBridge = {
  ask: (channel, input) => ipcRenderer.invoke('station:ask', channel, input),
  onChanged: (listener) => subscribe<readonly Topic[]>('station:changed', listener),
  onState: (listener) => {
    let isTold = false;
    const end = subscribe<ServiceState>('station:state', (state) => {
      isTold = true;
      listener(state);
    });
    // The answer may come behind a newer state that was pushed meanwhile: the older one must not win.
    void ipcRenderer.invoke('station:state').then((state: ServiceState) => {
      if (!isTold) listener(state);
    });
    return end;
  },
};

function subscribe<Value>(channel: string, listener: (value: Value) => void): () => void {
  const forward = (_event: unknown, value: Value) => listener(value);
  ipcRenderer.on(channel, forward);
  return () => {
    ipcRenderer.removeListener(channel, forward);
  };
}

contextBridge.exposeInMainWorld('station', bridge);
