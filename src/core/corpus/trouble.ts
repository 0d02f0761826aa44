import type { Fault } from '../announcement/kind.ts';
import type { Kind } from './regular-file.ts';

/** What is said of a thing that stands where a file should. */
export function troubleWith(name: string, kind: Exclude<Kind, 'file'>): Fault {
  switch (kind) {
    case 'link':
      return { code: 'F405', message: '这是一个快捷方式', help: '换成文件本身' };
    case 'special':
      return {
        code: 'F409',
        message: `${name} 是系统用的设备，不是文件`,
        help: '换成普通的文件，或者把它移走',
      };
    case 'folder':
      return { code: 'F404', message: `${name} 是文件夹，这里应当是文件`, help: '把它移走或者改名' };
    case 'missing':
      return name.includes('\ufffd')
        ? unreadableName(name)
        : {
            code: 'F410',
            message: `${name} 刚才还在，读的时候没有了`,
            help: '可能有人正在移动或者改名；放好以后再检查一次',
          };
    case 'unreadable':
      return { code: 'F410', message: `打不开 ${name}`, help: '核对读取权限，以及磁盘是否完好' };
  }
}

/** A name that other systems wrote in their own encoding is listed, but not found again. */
const unreadableName = (name: string): Fault => ({
  code: 'F410',
  message: `${name} 的文件名在这台电脑上是乱码，打不开`,
  help: '重新起一个文件名；多半是解压缩的时候出的错',
});
