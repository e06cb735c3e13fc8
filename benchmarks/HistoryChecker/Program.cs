using TaskList.HistoryChecker;

if (args is not [var file])
{
    Console.Error.WriteLine("Usage: dotnet TaskList.HistoryChecker.dll HISTORY.jsonl");
    return 2;
}

var history = History.Read(File.ReadLines(file));
var broken = Checker.Check(history);
Console.WriteLine(Checker.Describe(history, broken));
return broken.Count == 0 ? 0 : 1;
