/** The water wheel: five paddles around the sun. */
export function WheelMark({ size = 28, turning }: { size?: number; turning?: boolean }) {
  return (
    <svg width={size} height={size} viewBox="0 0 40 40" aria-hidden="true" style={{ flex: 'none' }}>
      <g
        fill="none"
        stroke="var(--ww-primary)"
        strokeWidth="2.4"
        strokeLinecap="round"
        style={turning ? { animation: 'ww-turn 24s linear infinite', transformOrigin: '20px 20px' } : undefined}
      >
        <circle cx="20" cy="20" r="11.5" />
        {[0, 72, 144, 216, 288].map((angle) => (
          <g key={angle} transform={`rotate(${angle} 20 20)`}>
            <path d="M20 15V4.5" />
            <path d="M15.6 4.2q4.4-3 8.8 0" />
          </g>
        ))}
      </g>
      <circle cx="20" cy="20" r="4" fill="var(--ww-accent)" />
    </svg>
  )
}
