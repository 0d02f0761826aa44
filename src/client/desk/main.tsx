import './library.ts';
import '../../styles/desk/desk.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { deskServer } from './server/desk-server.ts';
import { takeToken, windowName } from './server/session.ts';

render(<App server={deskServer(takeToken(), windowName())} />, document.getElementById('desk')!);
