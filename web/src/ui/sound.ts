/** Two soft notes for a new alert. Made here, so that no file and no permission is needed beyond the operator's switch. */
export function chime(): void {
  const context = new AudioContext();
  for (const [i, frequency] of [660, 880].entries()) {
    const start = context.currentTime + i * 0.18;
    const tone = context.createOscillator();
    const gain = context.createGain();
    tone.frequency.value = frequency;
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(0.15, start + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.001, start + 0.4);
    tone.connect(gain).connect(context.destination);
    tone.start(start);
    tone.stop(start + 0.45);
  }
  setTimeout(() => void context.close(), 1_500);
}
