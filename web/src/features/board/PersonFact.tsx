import { Avatar } from '@/ui/Avatar';
import { usePersonName } from '@/ui/people';

export function PersonFact({ userId }: { userId: string }) {
  return <Avatar id={userId} name={usePersonName(userId)} size={20} />;
}
