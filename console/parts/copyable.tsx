import Box from '@cloudscape-design/components/box';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import './copyable.css';

/** A text to paste elsewhere, with a button that copies it. */
export const Copyable = ({ label, text }: { readonly label: string; readonly text: string }) => (
  <div>
    <Box variant="awsui-key-label">{label}</Box>
    <div className="copyable">
      <code>{text}</code>
      <CopyToClipboard
        variant="icon"
        copyButtonAriaLabel={`Copy: ${label}`}
        copyErrorText="It was not copied: select the text instead."
        copySuccessText="Copied"
        textToCopy={text}
      />
    </div>
  </div>
);
