using System.Diagnostics;

namespace TaskList.LoadGenerator;

/// <summary>When a job warms up, when it measures, when it ends; in timestamps.</summary>
sealed class LoadClock(LoadJob job)
{
    public long Start { get; private set; } = long.MaxValue;

    public long End { get; private set; } = long.MaxValue;

    public double Seconds => (End - Start) / (double)Stopwatch.Frequency;

    /// <summary>CPU seconds of the measured part; completes at its end.</summary>
    public Task<Dictionary<string, double>> Cpu { get; private set; } = Task.FromResult(new Dictionary<string, double>());

    public void Begin()
    {
        Start = Stopwatch.GetTimestamp() + (job.WarmUpMs * Stopwatch.Frequency / 1_000);
        End = Start + (job.MeasureMs * Stopwatch.Frequency / 1_000);
        Cpu = CountCpu();
    }

    public bool Measures(long timestamp) => timestamp >= Start && timestamp < End;

    async Task<Dictionary<string, double>> CountCpu()
    {
        await Task.Delay(job.WarmUpMs);
        var meter = CpuMeter.Start(job.Processes);
        await Task.Delay(job.MeasureMs);
        return meter.Stop();
    }
}
