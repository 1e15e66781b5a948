import { render } from 'preact';
render(<p>Paydirt</p>, document.getElementById('app')!);
