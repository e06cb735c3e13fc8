using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TaskList.Silo.Clustering;

/// <summary>A detail of /health/ready, never a reason to be "not ready": a silo without its row serves its lists as well as before.</summary>
sealed class MembershipCheck(MembershipWatch watch) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(watch.IsMissing ? HealthCheckResult.Degraded("Redis has lost this silo's own membership row.") : HealthCheckResult.Healthy());
}
