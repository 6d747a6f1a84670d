import { deploymentApp } from './deployment-app.ts';

deploymentApp().synth();
