/** Something of ours went wrong on a screen: what happened, what was kept, what to do. */
import { Button, Result } from 'antd';

export function Broken() {
  return (
    <Result
      status="warning"
      title="这一页没有显示出来"
      subTitle="您已经办理、已经提交的都已保存。请重新打开；还是这样的，请把办件号告诉系统管理员。"
      extra={
        <Button type="primary" href="/inbox">
          重新打开
        </Button>
      }
    />
  );
}
