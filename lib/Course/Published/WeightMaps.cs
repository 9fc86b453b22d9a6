namespace Course.Published;

/// <summary>The names under which models are published, for the classes that the chapters build.</summary>
public static class WeightMaps
{
    /// <summary>Hugging Face's CLIPModel (openai/clip-vit-base-patch32, -base-patch16, -large-patch14) for <see cref="Models.Clip"/>.</summary>
    public static WeightMap Clip(Models.ClipConfig config)
    {
        WeightMap map = new WeightMap()
            .Copy("logit_scale", "logit_scale")
            .Copy("visual.class_embedding", "vision_model.embeddings.class_embedding")
            .Copy("visual.patch_embed.proj.weight", "vision_model.embeddings.patch_embedding.weight")
            .Copy("visual.positional_embedding", "vision_model.embeddings.position_embedding.weight")
            .Layer("visual.ln_pre", "vision_model.pre_layrnorm")
            .Layer("visual.ln_post", "vision_model.post_layernorm")
            .Copy("textual.token_embedding.weight", "text_model.embeddings.token_embedding.weight")
            .Copy("textual.positional_embedding", "text_model.embeddings.position_embedding.weight")
            .Layer("textual.ln_final", "text_model.final_layer_norm")
            .Transpose("image_projection", "visual_projection.weight")
            .Transpose("text_projection", "text_projection.weight")
            // Numbers 0, 1, 2, ... that older files hold.
            .Pass("vision_model.embeddings.position_ids", "text_model.embeddings.position_ids");
        Blocks("visual", "vision_model", config.ImageDepth);
        Blocks("textual", "text_model", config.TextDepth);
        return map;

        void Blocks(string tower, string source, long depth)
        {
            for (long i = 0; i < depth; i++)
            {
                (string to, string from) = ($"{tower}.blocks.{i}", $"{source}.encoder.layers.{i}");
                map.Layer($"{to}.norm1", $"{from}.layer_norm1").Layer($"{to}.norm2", $"{from}.layer_norm2")
                    .Join($"{to}.attn.qkv", $"{from}.self_attn.q_proj", $"{from}.self_attn.k_proj", $"{from}.self_attn.v_proj")
                    .Layer($"{to}.attn.proj", $"{from}.self_attn.out_proj")
                    .Layer($"{to}.mlp.fc1", $"{from}.mlp.fc1").Layer($"{to}.mlp.fc2", $"{from}.mlp.fc2");
            }
        }
    }

    /// <summary>
    /// Hugging Face's ViTForImageClassification (google/vit-base-patch16-224) for <see cref="Models.VisionTransformer"/>. There LayerNorm's
    /// epsilon is 1e-12 in place of 1e-6, which the fifth digit may show.
    /// </summary>
    public static WeightMap Vit(long depth)
    {
        WeightMap map = new WeightMap()
            .Copy("cls_token", "vit.embeddings.cls_token")
            .Copy("pos_embed", "vit.embeddings.position_embeddings")
            .Layer("patch_embed.proj", "vit.embeddings.patch_embeddings.projection")
            .Layer("norm", "vit.layernorm")
            .Layer("head", "classifier")
            .Pass("vit.pooler.");
        for (long i = 0; i < depth; i++)
        {
            (string to, string from) = ($"blocks.{i}", $"vit.encoder.layer.{i}");
            map.Layer($"{to}.norm1", $"{from}.layernorm_before").Layer($"{to}.norm2", $"{from}.layernorm_after")
                .Layer($"{to}.mlp.fc1", $"{from}.intermediate.dense").Layer($"{to}.mlp.fc2", $"{from}.output.dense");
            BertAttention(map, $"{to}.attn", $"{from}.attention");
        }

        return map;
    }

    /// <summary>timm's vit_*_patch16_224 for <see cref="Models.VisionTransformer"/>: chapter 2 uses timm's names.</summary>
    public static WeightMap TimmVit(long depth)
    {
        WeightMap map = new WeightMap().Copy("cls_token", "cls_token").Copy("pos_embed", "pos_embed")
            .Layer("patch_embed.proj", "patch_embed.proj").Layer("norm", "norm").Layer("head", "head");
        for (long i = 0; i < depth; i++)
            foreach (string layer in (string[])["norm1", "attn.qkv", "attn.proj", "norm2", "mlp.fc1", "mlp.fc2"])
                map.Layer($"blocks.{i}.{layer}", $"blocks.{i}.{layer}");
        return map;
    }

    /// <summary>Hugging Face's GPT2Model (gpt2, gpt2-medium, ...) for <see cref="Models.Gpt"/>.</summary>
    public static WeightMap Gpt2(long depth)
    {
        WeightMap map = new WeightMap()
            .Copy("token_embedding.weight", "wte.weight").Copy("positional_embedding", "wpe.weight").Layer("ln_final", "ln_f");
        for (long i = 0; i < depth; i++)
            map.Layer($"blocks.{i}.norm1", $"h.{i}.ln_1").Layer($"blocks.{i}.norm2", $"h.{i}.ln_2")
                .TransposedLayer($"blocks.{i}.attn.qkv", $"h.{i}.attn.c_attn")
                .TransposedLayer($"blocks.{i}.attn.proj", $"h.{i}.attn.c_proj")
                .TransposedLayer($"blocks.{i}.mlp.fc1", $"h.{i}.mlp.c_fc")
                .TransposedLayer($"blocks.{i}.mlp.fc2", $"h.{i}.mlp.c_proj")
                // The causal mask, which older files hold.
                .Pass($"h.{i}.attn.bias", $"h.{i}.attn.masked_bias");
        return map;
    }

    /// <summary>
    /// The Q-Former of Hugging Face's Blip2ForConditionalGeneration (Salesforce/blip2-opt-2.7b and others) for a
    /// <see cref="Models.QFormer"/> that reads no texts. Picture tower, language model and projection are passed over.
    /// </summary>
    public static WeightMap QFormer(Models.QFormerConfig config)
    {
        WeightMap map = new WeightMap()
            .Copy("queries", "query_tokens")
            .Layer("image_norm", "vision_model.post_layernorm")
            .Layer("norm", "qformer.layernorm")
            .Pass("vision_model.embeddings.", "vision_model.encoder.", "language_model.", "language_projection.");
        for (long i = 0; i < config.Depth; i++)
        {
            (string to, string from) = ($"blocks.{i}", $"qformer.encoder.layer.{i}");
            BertAttention(map, $"{to}.attn", $"{from}.attention");
            map.Layer($"{to}.norm1", $"{from}.attention.output.LayerNorm")
                .Layer($"{to}.query_mlp.fc1", $"{from}.intermediate_query.dense")
                .Layer($"{to}.query_mlp.fc2", $"{from}.output_query.dense")
                .Layer($"{to}.query_norm", $"{from}.output_query.LayerNorm");
            if (i % config.CrossEvery != 0) continue;
            map.Layer($"{to}.cross.q", $"{from}.crossattention.attention.query")
                .Join($"{to}.cross.kv", $"{from}.crossattention.attention.key", $"{from}.crossattention.attention.value")
                .Layer($"{to}.cross.proj", $"{from}.crossattention.output.dense")
                .Layer($"{to}.norm_cross", $"{from}.crossattention.output.LayerNorm");
        }

        return map;
    }

    /// <summary>
    /// Hugging Face's PerceiverForImageClassificationFourier (deepmind/vision-perceiver-fourier) for <see cref="Models.PerceiverIO"/>.
    /// </summary>
    public static WeightMap Perceiver(Models.PerceiverConfig config)
    {
        const string Decoder = "perceiver.decoder.decoder";
        WeightMap map = new WeightMap()
            .Copy("encoder.latents", "perceiver.embeddings.latents")
            .Copy("queries", $"{Decoder}.output_position_encodings.position_embeddings")
            .Layer("head", $"{Decoder}.final_layer");
        Reading("encoder.cross", "perceiver.encoder.cross_attention");
        Reading("decoder", $"{Decoder}.decoding_cross_attention");
        for (long i = 0; i < config.Layers; i++)
        {
            (string to, string from) = ($"encoder.blocks.{i}", $"perceiver.encoder.self_attends.{i}");
            Outside(to, from).Layer($"{to}.norm1", $"{from}.attention.self.layernorm1").Join(
                $"{to}.attn.qkv", $"{from}.attention.self.query", $"{from}.attention.self.key", $"{from}.attention.self.value");
        }

        return map;

        void Reading(string to, string from) => Outside(to, from)
            .Layer($"{to}.norm1", $"{from}.attention.self.layernorm1").Layer($"{to}.norm_context", $"{from}.attention.self.layernorm2")
            .Layer($"{to}.attn.q", $"{from}.attention.self.query")
            .Join($"{to}.attn.kv", $"{from}.attention.self.key", $"{from}.attention.self.value");

        WeightMap Outside(string to, string from) => map
            .Layer($"{to}.attn.proj", $"{from}.attention.output.dense").Layer($"{to}.norm2", $"{from}.layernorm")
            .Layer($"{to}.mlp.fc1", $"{from}.mlp.dense1").Layer($"{to}.mlp.fc2", $"{from}.mlp.dense2");
    }

    // BERT's names, which ViT and the Q-Former share.
    private static void BertAttention(WeightMap map, string to, string from) => map
        .Join($"{to}.qkv", $"{from}.attention.query", $"{from}.attention.key", $"{from}.attention.value")
        .Layer($"{to}.proj", $"{from}.output.dense");
}
