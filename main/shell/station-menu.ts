import { Menu } from 'electron';

/** Only what a desk needs. Reloading is here because a stuck screen must never mean a restart of the PC. */
export function setStationMenu(): void {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: 'Station', submenu: [{ label: 'Beenden', role: 'quit' }] },
      {
        label: 'Bearbeiten',
        submenu: [
          { label: 'Ausschneiden', role: 'cut' },
          { label: 'Kopieren', role: 'copy' },
          { label: 'Einfügen', role: 'paste' },
          { label: 'Alles auswählen', role: 'selectAll' },
        ],
      },
      {
        label: 'Ansicht',
        submenu: [
          { label: 'Neu laden', role: 'reload' },
          { label: 'Größer', role: 'zoomIn' },
          { label: 'Kleiner', role: 'zoomOut' },
          { label: 'Normale Größe', role: 'resetZoom' },
          { label: 'Vollbild', role: 'togglefullscreen' },
        ],
      },
    ]),
  );
}
