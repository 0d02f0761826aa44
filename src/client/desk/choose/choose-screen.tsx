import type { DeskServer } from '../server/desk-server.ts';
import { Trouble } from '../server/loaded.tsx';
import { useBegin } from '../server/use-begin.ts';
import { ProjectSearch } from './project-search.tsx';
import { TypeCards } from './type-cards.tsx';

/** 写哪一种: go on with a project, or begin with a type. */
export function ChooseScreen({ server, words }: { server: DeskServer; words: string }) {
  const [begin, refusal] = useBegin(server);
  return (
    <>
      <h1>写哪一种</h1>
      {refusal && <Trouble refusal={refusal} />}
      <section class="box" aria-labelledby="continue">
        <h2 id="continue">接着一个项目写</h2>
        <p class="quiet">更正、候选人、结果、合同这些，从这里写：前一份公告里有的不用再填。</p>
        <ProjectSearch server={server} words={words} begin={begin} />
      </section>
      <section class="box" aria-labelledby="anew">
        <h2 id="anew">写新的</h2>
        <TypeCards begin={begin} />
      </section>
    </>
  );
}
