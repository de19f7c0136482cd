/** What a leaver had in hand: told to whoever answers for the unit until somebody takes it. */
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Link } from 'react-router';
import { leftBehind } from '../../shared/queries.ts';

export function LeftBehind() {
  const { data } = useQuery(leftBehind);
  if (!data || data.items.length === 0) return null;
  const { items, cursor } = data;
  return (
    <Alert
      type="warning"
      showIcon
      title={
        <>
          有 {items.length}
          {cursor ? ' 个以上' : ' 个'}环节的原认领人已离任，
          <Link to="/acts?only=lapsed">看是哪些</Link>
        </>
      }
      description="已退回各自的岗位，等人认领；岗位上没有别人的，打开办件，在“更多操作”里转办。"
    />
  );
}
