namespace TaskList.Contracts;

/// <summary>Every code a caller can meet; docs/protocol.md says what each means and its parameters.</summary>
public static class Codes
{
    public const string MalformedJson = "malformedJson";
    public const string InvalidCommand = "invalidCommand";
    public const string UnknownCommand = "unknownCommand";
    public const string UnknownField = "unknownField";
    public const string MissingField = "missingField";
    public const string InvalidField = "invalidField";
    public const string Blank = "blank";
    public const string TooLong = "tooLong";
    public const string LimitReached = "limitReached";
    public const string ListNotFound = "listNotFound";
    public const string SectionNotFound = "sectionNotFound";
    public const string TaskNotFound = "taskNotFound";
    public const string LabelNotFound = "labelNotFound";
    public const string MemberNotFound = "memberNotFound";
    public const string ChecklistItemNotFound = "checklistItemNotFound";
    public const string CommentNotFound = "commentNotFound";
    public const string InviteNotFound = "inviteNotFound";
    public const string TokenNotFound = "tokenNotFound";
    public const string WebhookNotFound = "webhookNotFound";
    public const string VersionNotFound = "versionNotFound";
    public const string NotFound = "notFound";
    public const string NotAllowed = "notAllowed";
    public const string IdTaken = "idTaken";
    public const string ListArchived = "listArchived";
    public const string ParentCycle = "parentCycle";
    public const string TooDeep = "tooDeep";
    public const string NotUndoable = "notUndoable";
    public const string NothingToUndo = "nothingToUndo";
    public const string LastOwner = "lastOwner";
    public const string CommandIdReused = "commandIdReused";
    public const string ListIdTaken = "listIdTaken";
    public const string VersionMismatch = "versionMismatch";
    public const string EmailTaken = "emailTaken";
    public const string InvalidCredentials = "invalidCredentials";
    public const string InvalidEmail = "invalidEmail";
    public const string WeakPassword = "weakPassword";
    public const string SessionEnded = "sessionEnded";
    public const string OriginNotAllowed = "originNotAllowed";
    public const string PayloadTooLarge = "payloadTooLarge";
    public const string MethodNotAllowed = "methodNotAllowed";
    public const string UnsupportedMediaType = "unsupportedMediaType";
    public const string UnsupportedImport = "unsupportedImport";

    public const string Overloaded = "overloaded";
    public const string RateLimited = "rateLimited";
    public const string Unavailable = "unavailable";
    public const string OutcomeUnknown = "outcomeUnknown";
    public const string Unauthenticated = "unauthenticated";
    public const string ListQuarantined = "listQuarantined";
    public const string TaskInTransfer = "taskInTransfer";
    public const string NotAttempted = "notAttempted";
    public const string Internal = "internal";
}
