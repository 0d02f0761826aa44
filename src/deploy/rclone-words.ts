/** What rclone says when it fails, as a rule in English, with what it means to the person at the machine. */
const MEANINGS: readonly (readonly [RegExp, (target: string) => string])[] = [
  [
    /didn't find section in config file/u,
    (target) =>
      `rclone 没有名为“${target.split(':')[0]!}”的远端。请用 rclone config 写好，或核对冒号前面的名字（rclone listremotes 列出全部）。`,
  ],
  [
    /decrypt config|config(?:uration)? password/iu,
    () => 'rclone 的设置加了密。请把密码写在环境变量 RCLONE_CONFIG_PASS 里，再运行一次。',
  ],
  [
    /LoadCustomCABundle/u,
    () =>
      '本机设了环境变量 AWS_CA_BUNDLE，旧的 rclone（例如 1.60）遇到它就不能用。请用 env -u AWS_CA_BUNDLE 再运行一次；自己的证书写在 RCLONE_CA_CERT 里。',
  ],
  [
    /x509|certificate|tls:/iu,
    (target) =>
      `和 ${target} 的连接没有通过证书检查。请核对地址和本机的时间；用自己的证书的，写在环境变量 RCLONE_CA_CERT 里。`,
  ],
  [
    /SignatureDoesNotMatch|InvalidAccessKeyId|AccessDenied|Unauthorized|Forbidden|NoCredentialProviders|\b40[13]\b/u,
    (target) =>
      `${target} 拒绝了：账号、密钥不对，或没有写入的权限。请核对 rclone 的设置（rclone config），以及那里的权限：要能列出、读取、写入和删除。`,
  ],
  [
    /NoSuchBucket|bucket.*(?:not exist|not found)|directory not found/iu,
    (target) => `没有 ${target} 这个存储桶或文件夹。请先建好，或核对名字。`,
  ],
  [
    /InsufficientStorage|Insufficient Storage|QuotaExceeded|quota|\b507\b|no space left/iu,
    (target) => `${target} 放满了。请腾出空间再运行一次。`,
  ],
  [
    /SlowDown|TooManyRequests|ServiceUnavailable|Internal ?(?:Server ?)?Error|\b(?:429|50[0234])\b/iu,
    (target) => `${target} 现在不能用（太忙或正在维护）。请过一会儿再运行一次。`,
  ],
  [
    /dial tcp|no such host|connection (?:refused|reset)|i\/o timeout|network is unreachable|unexpected EOF|broken pipe|deadline exceeded/iu,
    (target) => `连不上 ${target}。请检查网络和 rclone 设置里的地址，再运行一次。`,
  ],
];

/** Longest piece of rclone's own words that is shown, in characters. */
const LONGEST = 300;

/** Why rclone failed, in a sentence for whoever started the run, with rclone's own last words for whoever helps. */
export function wordsFor(target: string, said: readonly string[]): string {
  const all = said.join('\n');
  const meaning =
    MEANINGS.find(([pattern]) => pattern.test(all))?.[1](target) ?? `rclone 没有做完 ${target} 的事。`;
  const last = said.at(-1)?.replaceAll(/\s+/gu, ' ').trim().slice(0, LONGEST);
  return last ? `${meaning}\nrclone 的原话：${last}` : meaning;
}
