/** 地区: one of those that the site has, in its order; what was written before stays to be seen. */
export function RegionChoice(props: {
  id: string;
  regions: readonly string[];
  value: string;
  onValue: (value: string) => void;
  describedBy: string;
  isInvalid: boolean;
  isReadOnly: boolean;
}) {
  const { id, regions, value, onValue, describedBy, isInvalid, isReadOnly } = props;
  const isOther = value !== '' && !regions.includes(value);
  return (
    <select
      id={id}
      class="input-short"
      value={value}
      aria-describedby={describedBy}
      aria-invalid={isInvalid ? 'true' : undefined}
      disabled={isReadOnly}
      onChange={({ currentTarget }) => onValue(currentTarget.value)}
    >
      <option value="">（还没有选）</option>
      {isOther && <option value={value}>{value}（本站没有这个地区）</option>}
      {regions.map((region) => (
        <option key={region} value={region}>
          {region}
        </option>
      ))}
    </select>
  );
}
