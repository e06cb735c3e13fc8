import { createAsyncThunk, createSlice, type PayloadAction } from '@reduxjs/toolkit';
import type { Refusal } from '@/contract/hub';
import type { AuthAnswer, User } from '@/contract/rest';
import { second } from '@/lib/time';
import { lastUser } from '@/state/lastUser';
import { leaving } from '@/state/leaving';
import type { EntryServices } from '@/state/services';

export interface SessionState {
  readonly status: 'unknown' | 'signedOut' | 'signedIn';
  readonly user?: User;
}

interface ThunkTypes {
  extra: EntryServices;
  rejectValue: Refusal;
}

export interface SignIn {
  readonly email: string;
  readonly password: string;
}

export interface SignUp extends SignIn {
  readonly displayName: string;
  readonly language?: string;
  readonly timeZone?: string;
}

export const signIn = createAsyncThunk<User, SignIn, ThunkTypes>(
  'session/signIn',
  (input, { extra, rejectWithValue }) => enter(extra, '/api/auth/login', input, rejectWithValue),
);

export const signUp = createAsyncThunk<User, SignUp, ThunkTypes>(
  'session/signUp',
  (input, { extra, rejectWithValue }) => enter(extra, '/api/auth/register', input, rejectWithValue),
);

async function enter<R>(extra: EntryServices, path: string, body: SignIn, reject: (refusal: Refusal) => R) {
  const answer = await extra.http.send<AuthAnswer>({ method: 'POST', path, body });
  if (!answer.ok) return reject(answer.refusal);
  leaving.done();
  extra.tokens.accept(answer.value);
  return answer.value.user;
}

/** A server that takes longer to say who this is does not keep anybody from what is on this device. */
const patienceMs = 3 * second;

/** Asks the cookie who this is. Where the server cannot be reached, it is who was here last; without that the answer is open. */
export const restoreSession = createAsyncThunk<User | undefined, void, ThunkTypes>(
  'session/restore',
  async (_, { extra, rejectWithValue }) => {
    if (leaving.noted) {
      const refusal = await leave(extra);
      return refusal ? rejectWithValue(refusal) : undefined;
    }
    const last = lastUser.read();
    const renewing = extra.tokens.renew();
    const renewal = await (last ? Promise.race([renewing, after(patienceMs)]) : renewing);
    if (last && (!renewal || renewal.kind === 'unreachable')) {
      extra.tokens.expect(last.userId);
      return last;
    }
    if (renewal?.kind === 'unreachable') return rejectWithValue(renewal.refusal);
    return renewal?.kind === 'signedIn' ? renewal.user : undefined;
  },
);

function after(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, ms, undefined));
}

/** Leaves on this device at once; a server that cannot be reached is told at the next visit. */
export const signOut = createAsyncThunk<void, void, ThunkTypes>('session/signOut', async (_, { extra }) => {
  leaving.note();
  await leave(extra);
  extra.tokens.forget();
});

async function leave({ http }: EntryServices): Promise<Refusal | undefined> {
  const answer = await http.send({ method: 'POST', path: '/api/auth/logout' });
  if (!answer.ok && answer.refusal.retryAfterMs !== undefined) return answer.refusal;
  leaving.done();
  return undefined;
}

export const updateMe = createAsyncThunk<
  User,
  Partial<Pick<User, 'displayName' | 'language' | 'timeZone' | 'reminder'>>,
  ThunkTypes
>('session/updateMe', async (patch, { extra, rejectWithValue }) => {
  const answer = await extra.http.send<User>({ method: 'PATCH', path: '/api/me', body: patch });
  return answer.ok ? answer.value : rejectWithValue(answer.refusal);
});

const slice = createSlice({
  name: 'session',
  initialState: { status: 'unknown' } as SessionState,
  reducers: {
    /** The session ended somewhere else: another tab, another device, or its time ran out. */
    sessionEnded: () => ({ status: 'signedOut' }) as SessionState,
  },
  extraReducers: (builder) => {
    const entered = (_: SessionState, action: PayloadAction<User>): SessionState => ({
      status: 'signedIn',
      user: action.payload,
    });
    builder
      .addCase(signIn.fulfilled, entered)
      .addCase(signUp.fulfilled, entered)
      .addCase(updateMe.fulfilled, entered)
      .addCase(restoreSession.fulfilled, (_, action) =>
        action.payload ? { status: 'signedIn', user: action.payload } : { status: 'signedOut' },
      )
      .addCase(signOut.fulfilled, () => ({ status: 'signedOut' }));
  },
  selectors: { selectSession: (state) => state },
});

export const { sessionEnded } = slice.actions;
export const { selectSession } = slice.selectors;
export const sessionReducer = slice.reducer;
