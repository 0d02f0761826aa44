export { HistoryScreen } from './history/history-screen.tsx';
export { ReviewScreen } from './review/review-screen.tsx';
