package org.smecluster.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A bucket of an S3-compatible store, with one object for each content. */
@Component
@ConditionalOnProperty("smecluster.evidence.store.s3.bucket")
class S3Store implements EvidenceStore {

    /**
     * Where the bucket is.
     *
     * @param endpoint e.g. {@code https://s3.example.gov.cn}
     */
    @ConfigurationProperties("smecluster.evidence.store.s3")
    record Bucket(
            URI endpoint,
            @DefaultValue("us-east-1") String region,
            String bucket,
            @DefaultValue("evidence/") String prefix,
            String accessKey,
            String secretKey) {}

    private final Bucket bucket;
    private final S3Client client;

    S3Store(Bucket bucket) {
        this.bucket = bucket;
        // neither newer checksums nor host names per bucket: most stores that are not Amazon's know neither
        client = S3Client.builder()
                .endpointOverride(bucket.endpoint())
                .region(Region.of(bucket.region()))
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(bucket.accessKey(), bucket.secretKey())))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @Override
    public Kind kind() {
        return Kind.S3;
    }

    /** Acknowledged, and asked for once more: what is told as stored is there in its full length. */
    @Override
    public void keep(long blob, long size, Source content) throws IOException {
        asking(() -> {
            client.putObject(
                    put -> put.bucket(bucket.bucket()).key(key(blob)).contentType("application/octet-stream"),
                    RequestBody.fromContentProvider(() -> opened(content), size, "application/octet-stream"));
            return null;
        });
        long there = asking(
                () -> client.headObject(head -> head.bucket(bucket.bucket()).key(key(blob)))
                        .contentLength());
        if (there != size) {
            throw new IOException("of " + size + " bytes the store has " + there);
        }
    }

    private static InputStream opened(Source content) {
        try {
            return content.open();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public InputStream open(long blob) throws IOException {
        return asking(() -> client.getObject(get -> get.bucket(bucket.bucket()).key(key(blob))));
    }

    @Override
    public void remove(long blob) throws IOException {
        asking(() -> Optional.of(
                client.deleteObject(delete -> delete.bucket(bucket.bucket()).key(key(blob)))));
    }

    private String key(long blob) {
        return bucket.prefix() + blob;
    }

    private interface Call<T> {
        T made();
    }

    private static <T> T asking(Call<T> call) throws IOException {
        try {
            return call.made();
        } catch (SdkException failure) {
            throw new IOException("the store does not answer as it should", failure);
        }
    }
}
