import { useState } from 'preact/hooks';
import type { SiteState } from '../../../core/desk/api.ts';

const NAMES: Readonly<Record<SiteState['state'], string>> = {
  current: '正常',
  working: '正在更新',
  failed: '没有更新',
  silent: '没有回应',
  none: '还没有设好',
};

/** How the public site is; what is wrong can be handed to the technician. */
export function SiteStateBox({ site }: { site: SiteState }) {
  return (
    <section class={`box site-${site.state}`} aria-label="网站状态">
      <h2>
        网站状态 <span class="tag">{NAMES[site.state]}</span>
      </h2>
      <p>{site.words}</p>
      <ul class="rows">
        {site.findings.map(({ code, message, help }) => (
          <li key={`${code} ${message}`}>
            {message} {help}
          </li>
        ))}
      </ul>
      {site.details !== undefined && <ForTechnician details={site.details} />}
    </section>
  );
}

function ForTechnician({ details }: { details: string }) {
  const [isCopied, setIsCopied] = useState(false);
  const copy = (): void => void navigator.clipboard.writeText(details).then(() => setIsCopied(true));
  return (
    <p>
      <button type="button" class="button-quiet" onClick={copy}>
        复制给技术人员
      </button>{' '}
      <span role="status">{isCopied && '已经复制，可以贴到消息里。'}</span>
    </p>
  );
}
