import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

type Control = HTMLInputElement | HTMLTextAreaElement;

interface TextProps {
  readonly id: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly describedBy?: string | undefined;
  readonly label?: string | undefined;
  readonly isInvalid?: boolean | undefined;
  readonly isReadOnly?: boolean | undefined;
  readonly onBlur?: (() => void) | undefined;
  readonly onFocus?: (() => void) | undefined;
  readonly onKeyDown?: ((event: KeyboardEvent & { currentTarget: HTMLTextAreaElement }) => void) | undefined;
  readonly onPaste?: ((event: ClipboardEvent) => void) | undefined;
  readonly className?: string | undefined;
  /** Where the keyboard goes when this block of a body is added. */
  readonly blockId?: number | undefined;
}

/**
 * A native control that owns its text: what is typed goes out, and a value from elsewhere comes in only when it is
 * another. While pinyin is being composed nothing is ever written into it.
 */
function useOwnText<E extends Control>(value: string, onValue: (value: string) => void) {
  const control: RefObject<E | null> = useRef<E>(null);
  const isComposing = useRef(false);
  useLayoutEffect(() => {
    const { current } = control;
    if (current && !isComposing.current && current.value !== value) current.value = value;
  });
  return {
    ref: control,
    onInput: (event: { currentTarget: E }): void => onValue(event.currentTarget.value),
    onCompositionStart: (): void => {
      isComposing.current = true;
    },
    onCompositionEnd: (event: { currentTarget: E }): void => {
      isComposing.current = false;
      onValue(event.currentTarget.value);
    },
  };
}

const shared = (props: TextProps) => ({
  id: props.id,
  class: props.className,
  'data-block': props.blockId,
  'aria-label': props.label,
  'aria-describedby': props.describedBy,
  'aria-invalid': props.isInvalid ? ('true' as const) : undefined,
  readOnly: props.isReadOnly,
  autocomplete: 'off' as const,
  spellcheck: false,
  onBlur: props.onBlur,
  onFocus: props.onFocus,
  onPaste: props.onPaste,
});

/** One line of text. */
export function TextInput(props: TextProps & { type?: 'text' | 'search'; list?: string | undefined }) {
  const own = useOwnText<HTMLInputElement>(props.value, props.onValue);
  return <input type={props.type ?? 'text'} list={props.list} {...shared(props)} {...own} />;
}

/** Text of several lines, as high as it needs. */
export function TextArea(props: TextProps & { rows?: number }) {
  const own = useOwnText<HTMLTextAreaElement>(props.value, props.onValue);
  const { ref } = own;
  useLayoutEffect(() => {
    if (ref.current) fitHeight(ref.current);
  });
  return <textarea rows={props.rows ?? 2} onKeyDown={props.onKeyDown} {...shared(props)} {...own} />;
}

/** Where the browser does not do it by itself (`field-sizing`). */
function fitHeight(area: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return;
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight + 4}px`;
}
