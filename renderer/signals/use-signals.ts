import { useLocalStorage } from '@mantine/hooks';

/** Whether this workstation sounds: a convenience of the place, like its language, and silent until somebody wants it. */
export function useSignals() {
  const [isOn, setOn] = useLocalStorage({
    key: 'station-signals',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  return { isOn, setOn };
}
