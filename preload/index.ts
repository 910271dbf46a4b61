import { contextBridge, ipcRenderer } from 'electron';
import type { ServiceState, StationBridge, Topic } from '../contracts/ipc/protocol.ts';

/** The whole of what the page can reach: ask, and be told. No Electron object crosses. */
const bridge: StationBridge = {
  ask: (channel, input) => ipcRenderer.invoke('station:ask', channel, input),
  onChanged: (listener) => subscribe<readonly Topic[]>('station:changed', listener),
  onState: (listener) => {
    const end = subscribe<ServiceState>('station:state', listener);
    void ipcRenderer.invoke('station:state').then(listener);
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
