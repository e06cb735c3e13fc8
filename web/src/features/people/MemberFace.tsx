import { Avatar } from '@/ui/Avatar';
import { usePersonName } from '@/ui/people';

export function MemberFace({ userId }: { userId: string }) {
  return <Avatar id={userId} name={usePersonName(userId)} decorative />;
}
