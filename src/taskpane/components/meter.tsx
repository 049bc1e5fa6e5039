/** How much of something is done; the words beside it say the same. */
export function Meter({ part }: { readonly part: number }) {
  return (
    <svg class="meter" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect class="rest" width="100" height="4" rx="1" />
      <rect class="done" width={Math.max(0, Math.min(100, part * 100))} height="4" rx="1" />
    </svg>
  );
}
